package dev.broadsheet.lucene;

import dev.broadsheet.search.SearchCost;

/** Tells how long each step of one search took. Used by one thread. */
final class Stopwatch {
  private long last = System.nanoTime();
  private long planning;
  private long finding;
  private long counting;
  private SearchCost.Counts counts = SearchCost.Counts.NONE;

  /** The words are planned. */
  void planned() {
    planning = lap();
  }

  /** The hits are found. */
  void found() {
    finding = lap();
  }

  /** The facets are counted, or were known. */
  void counted(boolean remembered) {
    counts = remembered ? SearchCost.Counts.REMEMBERED : SearchCost.Counts.COUNTED;
    counting = lap();
  }

  /**
   * The hits are read, and all is done.
   *
   * @param highlighting the part of that which was spent on marking
   */
  SearchCost done(long highlighting) {
    return new SearchCost(planning, finding, counting, lap() - highlighting, highlighting, counts);
  }

  private long lap() {
    long now = System.nanoTime();
    long lap = now - last;
    last = now;
    return lap;
  }
}
