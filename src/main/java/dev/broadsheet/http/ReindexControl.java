package dev.broadsheet.http;

import java.util.List;

/** Lets an operator reindex from afar. Safe for use by many threads. */
public interface ReindexControl {
  /** Words for how a reindex can end. */
  List<String> OUTCOMES = List.of("published", "unchanged", "rejected", "refused", "failed");

  /** What became of a wish to reindex. */
  enum Start {
    /** It runs. */
    STARTED,
    /** Another one runs, in this process. */
    RUNNING,
    /** Another process is writing to the index. */
    LOCKED
  }

  /**
   * Begins, and does not wait for the end.
   *
   * @param how it is to be done
   */
  Start start(Wish how);

  /** How it goes, and how the last one ended. */
  ReindexState state();

  /** How many have ended so, one of {@link #OUTCOMES}. */
  long ended(String outcome);

  /**
   * How to reindex: as the flags of the command.
   *
   * @param full whether to build anew
   * @param strict whether a single rejection stops it
   * @param force whether to go on where most of the corpus is gone
   */
  record Wish(boolean full, boolean strict, boolean force) {}
}
