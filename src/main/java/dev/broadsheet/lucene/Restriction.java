package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;

/**
 * What may be seen at all, and what a request restricts itself to. The one place that hides: every
 * answer goes through {@link #of} or {@link #shows}.
 *
 * @param onlyPublished whether what is not published is hidden, whatever a request says
 */
record Restriction(boolean onlyPublished) {
  private static final Filter PUBLISHED =
      new Filter.Values(FacetField.PUBLISHED, List.of("true"), List.of());

  /** What a query matches that may be seen and satisfies some filters; scored by the query. */
  Query of(Query query, List<Filter> filters) {
    Stream<Filter> hiding = onlyPublished ? Stream.of(PUBLISHED) : Stream.empty();
    return QueryTranslator.restricted(
        query, Stream.concat(filters.stream(), hiding).map(QueryTranslator::filter));
  }

  /** Whether an item may be seen. */
  boolean shows(Article article) {
    return !onlyPublished || article.published();
  }
}
