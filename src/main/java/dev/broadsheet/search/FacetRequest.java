package dev.broadsheet.search;

import java.util.List;

/**
 * Which facets to count.
 *
 * @param fields in the order of the answer
 * @param size how many values of each, at most; selected ones are listed beyond that, and the date
 *     histogram has all its bars
 * @param interval the width of the date histogram's bars
 */
public record FacetRequest(List<FacetField> fields, int size, DateInterval interval) {
  /** Nothing counted. */
  public static final FacetRequest NONE = new FacetRequest(List.of(), 0, DateInterval.AUTO);

  /** Checks the size and drops repeated fields. */
  public FacetRequest {
    fields = fields.stream().distinct().toList();
    if (size < 0) {
      throw new IllegalArgumentException("size: " + size + " is negative");
    }
  }
}
