package dev.broadsheet.search;

import java.util.List;

/**
 * A search within the values of a facet.
 *
 * @param field whose values; not the date
 * @param text what a word of the value or of its label begins with; empty for all values
 * @param filters what to count under; all hold but those on the field itself
 * @param size how many values at most
 */
public record FacetSearchRequest(FacetField field, String text, List<Filter> filters, int size) {
  /** Copies the filters and checks the field and the size. */
  public FacetSearchRequest {
    filters = List.copyOf(filters);
    if (field == FacetField.DATE) {
      throw new IllegalArgumentException("field: dates have no values to search within");
    }
    if (size < 0) {
      throw new IllegalArgumentException("size: " + size + " is negative");
    }
  }

  /** The request as text: the same for an equal request, another for any other. */
  public String canonical() {
    return CanonicalText.of(this);
  }
}
