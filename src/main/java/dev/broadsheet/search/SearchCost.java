package dev.broadsheet.search;

/**
 * What a search cost an engine, in nanoseconds of time that passed.
 *
 * @param planning deciding how to look for the words
 * @param finding the hits, without reading them
 * @param counting the facets
 * @param reading the hits that are shown, without marking them
 * @param highlighting marking what matched in them
 * @param counts where the facets' counts come from
 */
public record SearchCost(
    long planning, long finding, long counting, long reading, long highlighting, Counts counts) {

  /** Where counts come from. */
  public enum Counts {
    /** None were asked for. */
    NONE,
    /** They were counted. */
    COUNTED,
    /** They had been counted for an earlier search, and were remembered. */
    REMEMBERED
  }

  /** All of it. */
  public long total() {
    return planning + finding + counting + reading + highlighting;
  }
}
