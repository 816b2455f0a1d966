package dev.broadsheet.http;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the server knows of its own reindexes; it knows nothing of those of other processes.
 *
 * @param running the one that runs
 * @param last the one that ended last
 */
public record ReindexState(Optional<Running> running, Optional<Ended> last) {
  /** None ever ran. */
  public static final ReindexState NONE = new ReindexState(Optional.empty(), Optional.empty());

  /** Who wanted it. */
  public enum Trigger {
    /** A request. */
    ADMIN,
    /** A change of the corpus. */
    WATCH
  }

  /**
   * One that runs.
   *
   * @param trigger who wanted it
   * @param full whether the index is built anew
   * @param since when it began
   * @param progress how far it is
   */
  public record Running(Trigger trigger, boolean full, Instant since, Progress progress) {}

  /**
   * How far it is.
   *
   * @param phase a word for what is being done
   * @param unit what is counted
   * @param done since the phase began
   * @param total when the phase ends, as far as is known
   */
  public record Progress(String phase, String unit, long done, long total) {}

  /**
   * One that ended.
   *
   * @param trigger who wanted it
   * @param full whether the index was built anew
   * @param since when it began
   * @param at when it ended
   * @param outcome a word for how: that of a report, or {@code failed}
   * @param files how many of each, by what became of them
   * @param items how many of each, by what became of them
   * @param problems the first of them, a line each
   * @param problemCount how many there were
   * @param failure why it failed
   */
  public record Ended(
      Trigger trigger,
      boolean full,
      Instant since,
      Instant at,
      String outcome,
      Map<String, Long> files,
      Map<String, Long> items,
      List<String> problems,
      long problemCount,
      Optional<String> failure) {
    /** Copies the counts, in their order, and the problems. */
    public Ended {
      files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
      items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
      problems = List.copyOf(problems);
    }
  }
}
