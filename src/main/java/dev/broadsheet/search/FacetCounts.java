package dev.broadsheet.search;

import java.util.List;
import java.util.Optional;

/**
 * How many of the matching items hold each value of a field, counted as if the request had no
 * filter on that field.
 *
 * @param field what was counted
 * @param values most frequent first, then by value; dates from old to new
 */
public record FacetCounts(FacetField field, List<Value> values) {
  /** Copies the list. */
  public FacetCounts {
    values = List.copyOf(values);
  }

  /**
   * One value.
   *
   * @param value to filter by
   * @param label to show, where that is another text
   * @param count exact
   * @param selected whether the request filters by it
   */
  public record Value(String value, Optional<String> label, long count, boolean selected) {}
}
