package dev.broadsheet.words;

import dev.broadsheet.article.Article;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import java.util.List;
import java.util.stream.Stream;

/**
 * What may be seen at all, and what a request restricts itself to. The one place that hides: every
 * answer goes through {@link #of} or {@link #shows}.
 *
 * @param onlyPublished whether what is not published is hidden, whatever a request says
 */
public record Restriction(boolean onlyPublished) {
  private static final Filter PUBLISHED =
      new Filter.Values(FacetField.PUBLISHED, List.of("true"), List.of());

  /** What a query matches that may be seen and satisfies some filters; scored by the query. */
  public <Q> Q of(Queries<Q> queries, Q query, List<Filter> filters) {
    return queries.restricted(query, and(filters), List.of());
  }

  /** Some filters, and the one that hides what may not be seen. */
  public List<Filter> and(List<Filter> filters) {
    return onlyPublished ? Stream.concat(filters.stream(), Stream.of(PUBLISHED)).toList() : filters;
  }

  /** Whether an item may be seen. */
  public boolean shows(Article article) {
    return !onlyPublished || article.published();
  }
}
