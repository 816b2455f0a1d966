package dev.broadsheet.search;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One search, whole and checked: the one thing that an engine gets.
 *
 * @param query what to look for
 * @param filters what to restrict it to; all hold
 * @param sort the order of the hits
 * @param page which of the hits
 * @param facets what to count
 * @param zone where the days, months and years of the date histogram begin
 * @param options how to look and what to tell
 */
public record SearchRequest(
    TextQuery query,
    List<Filter> filters,
    SortOrder sort,
    Page page,
    FacetRequest facets,
    ZoneId zone,
    Options options) {
  /** Copies the filters. */
  public SearchRequest {
    filters = List.copyOf(filters);
  }

  /** The request as text: the same for an equal request, another for any other. */
  public String canonical() {
    return CanonicalText.of(this);
  }

  /**
   * How to look and what to tell.
   *
   * @param typos whether near spellings are tried where the words as typed find too little
   * @param byStory whether a story's items are folded into one hit; then totals and facets count
   *     stories
   * @param highlight whether to mark what matched
   * @param explain whether to tell how each score came about
   * @param meaning whether to look for what the words mean as well, where the engine can
   */
  public record Options(
      boolean typos, boolean byStory, boolean highlight, boolean explain, boolean meaning) {
    /** Near spellings and highlights. */
    public static final Options DEFAULT = new Options(true, false, true, false);

    /** Words alone. */
    public Options(boolean typos, boolean byStory, boolean highlight, boolean explain) {
      this(typos, byStory, highlight, explain, false);
    }

    /** The same, with meaning or without. */
    public Options withMeaning(boolean wanted) {
      return new Options(typos, byStory, highlight, explain, wanted);
    }
  }

  /**
   * A slice of the hits.
   *
   * @param number from 1; counted from the cursor, where there is one
   * @param size hits a page, 0 for none
   * @param after behind what the slice begins; from the first hit, if empty
   */
  public record Page(int number, int size, Optional<Cursor> after) {
    /** How many of the best hits can be paged through without a cursor. */
    public static final int MAX_DEPTH = 10_000;

    /** A slice from the first hit on. */
    public Page(int number, int size) {
      this(number, size, Optional.empty());
    }

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
