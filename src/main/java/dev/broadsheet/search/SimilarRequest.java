package dev.broadsheet.search;

import dev.broadsheet.article.ArticleId;
import java.util.List;

/**
 * What is like an item, itself and its own story left out?
 *
 * @param id the item
 * @param filters what to restrict the answer to; all hold
 * @param size how many items at most
 */
public record SimilarRequest(ArticleId id, List<Filter> filters, int size) {
  /** Copies the filters and checks the size. */
  public SimilarRequest {
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
