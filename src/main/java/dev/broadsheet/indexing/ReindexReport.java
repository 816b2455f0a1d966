package dev.broadsheet.indexing;

import dev.broadsheet.corpus.CorpusProblem;
import java.time.Duration;
import java.util.List;

/**
 * What a reindex did.
 *
 * @param outcome how it ended
 * @param full whether the index was built anew
 * @param files what became of the files
 * @param items what became of the items
 * @param problems of the files that were read, by path and line
 * @param timing where the time went
 */
public record ReindexReport(
    Outcome outcome,
    boolean full,
    Files files,
    Items items,
    List<CorpusProblem> problems,
    Timing timing) {
  /** Copies the problems. */
  public ReindexReport {
    problems = List.copyOf(problems);
  }

  /** How a reindex ends. */
  public enum Outcome {
    /** The index holds what the corpus holds. */
    PUBLISHED,
    /** There was nothing to write. */
    UNCHANGED,
    /** Files were rejected, and that was not to be: nothing was written. */
    REJECTED,
    /** The corpus is empty, or most of it is gone or rejected: nothing was written. */
    REFUSED
  }

  /**
   * Files, each counted under one of added, changed, removed, rejected, unchanged.
   *
   * @param found in the corpus
   * @param read for their content
   * @param added new in the index
   * @param changed with other content than before
   * @param removed gone from the corpus, and so from the index
   * @param rejected that could not be read as a whole
   * @param kept rejected ones of which the last good version stays in the index
   * @param unchanged with the content that the index knows
   */
  public record Files(
      int found,
      int read,
      int added,
      int changed,
      int removed,
      int rejected,
      int kept,
      int unchanged) {}

  /**
   * Items.
   *
   * @param written added or changed
   * @param removed taken out
   */
  public record Items(long written, long removed) {}

  /**
   * Time.
   *
   * @param total from start to end
   * @param reading spent by all threads on reading and parsing files
   * @param engine spent by all threads inside the engine, that of publishing included
   * @param merging spent by all threads on the rest: grouping and merging mentions
   */
  public record Timing(Duration total, Duration reading, Duration engine, Duration merging) {
    /** The engine's share of the work of all threads, 0 to 1. */
    public double engineShare() {
      double all = reading.plus(engine).plus(merging).toNanos();
      return all == 0 ? 0 : engine.toNanos() / all;
    }
  }

  /** Items written a second, over the whole time. */
  public double itemsPerSecond() {
    return timing.total().isZero() ? 0 : items.written() / (timing.total().toNanos() / 1e9);
  }
}
