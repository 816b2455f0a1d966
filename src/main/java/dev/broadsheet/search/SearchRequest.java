package dev.broadsheet.search;

import java.time.ZoneId;
import java.util.List;

/**
 * One search, whole and checked: the one thing that an engine gets.
 *
 * @param query what to look for
 * @param filters what to restrict it to; all hold
 * @param sort the order of the hits
 * @param page which of the hits
 * @param facets what to count
 * @param zone where the days, months and years of the date histogram begin
 * @param highlight whether to mark what matched
 */
public record SearchRequest(
    TextQuery query,
    List<Filter> filters,
    SortOrder sort,
    Page page,
    FacetRequest facets,
    ZoneId zone,
    boolean highlight) {
  /** Copies the filters. */
  public SearchRequest {
    filters = List.copyOf(filters);
  }

  /**
   * A slice of the hits.
   *
   * @param number from 1
   * @param size hits a page, 0 for none
   */
  public record Page(int number, int size) {
    /** How many of the best hits can be paged through. */
    public static final int MAX_DEPTH = 10_000;

    /** Checks the bounds. */
    public Page {
      if (number < 1 || size < 0 || (long) number * size > MAX_DEPTH) {
        throw new IllegalArgumentException(
            "page: number " + number + " of size " + size + " is not within " + MAX_DEPTH);
      }
    }

    /** How many hits come before the page. */
    public int start() {
      return (number - 1) * size;
    }

    /** How many hits there are to the end of the page. */
    public int end() {
      return number * size;
    }
  }
}
