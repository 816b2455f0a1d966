package dev.broadsheet.search;

import java.util.List;

/**
 * What a visitor has typed so far.
 *
 * @param text as typed; its last word may be unfinished
 * @param filters what a suggestion has to find something under; all hold
 * @param size how many suggestions at most
 */
public record SuggestRequest(String text, List<Filter> filters, int size) {
  /** Copies the filters and checks the size. */
  public SuggestRequest {
    filters = List.copyOf(filters);
    if (size < 0) {
      throw new IllegalArgumentException("size: " + size + " is negative");
    }
  }

  /** The request as text: the same for an equal request, another for any other. */
  public String canonical() {
    return CanonicalText.of(this);
  }
}
