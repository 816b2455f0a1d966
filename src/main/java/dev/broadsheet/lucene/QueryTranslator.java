package dev.broadsheet.lucene;

import dev.broadsheet.article.FoldedText;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import dev.broadsheet.words.Restriction;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What a request restricts itself to, in Lucene's words. */
final class QueryTranslator {
  private QueryTranslator() {}

  /** Every item, scored by its quality boost. */
  static Query items() {
    return new TermQuery(new Term(Schema.ITEM, "item"));
  }

  /** The items that satisfy a filter. */
  static Query filter(Filter filter) {
    return switch (filter) {
      case Filter.Values values -> values(values);
      case Filter.DateRange range ->
          dates(
              range.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
              range.to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
      case Filter.QualityRange range ->
          DoublePoint.newRangeQuery(
              Schema.QUALITY,
              range.min().orElse(Double.NEGATIVE_INFINITY),
              range.max().orElse(Double.POSITIVE_INFINITY));
    };
  }

  /**
   * By doc values, of which the index is in order: a segment's part of a range is found at once.
   */
  private static Query dates(long from, long to) {
    return NumericDocValuesField.newSlowRangeQuery(Schema.DATE, from, to);
  }

  private static Query values(Filter.Values filter) {
    var query = new BooleanQuery.Builder();
    query.add(
        filter.any().isEmpty() ? items() : holding(filter.field(), filter.any()), Occur.FILTER);
    if (!filter.none().isEmpty()) {
      query.add(holding(filter.field(), filter.none()), Occur.MUST_NOT);
    }
    return query.build();
  }

  private static Query holding(FacetField field, List<String> values) {
    List<BytesRef> keys = values.stream().map(FoldedText::of).map(BytesRef::new).toList();
    Query byValue = new TermInSetQuery(Schema.facet(field), keys);
    return field == FacetField.PROVIDER
        ? any(List.of(byValue, new TermInSetQuery(Schema.PROVIDER_NAME, keys)))
        : byValue;
  }

  /** What any of these matches, scored by all. */
  static Query any(List<Query> queries) {
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    var any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  /** What a query matches that may be seen and satisfies some filters; scored by the query. */
  static Query restricted(Query query, Restriction restriction, List<Filter> filters) {
    return restricted(query, restriction.and(filters).stream().map(QueryTranslator::filter));
  }

  /** All of these, scored by the first. */
  static Query restricted(Query query, Stream<Query> filters) {
    return restricted(query, filters, Stream.empty());
  }

  /**
   * All of these but none of those, scored by the first. A Boolean query takes them in, as Lucene
   * searches a flat query in quicker ways than a nested one.
   */
  static Query restricted(Query query, Stream<Query> filters, Stream<Query> excluded) {
    var restricted = new BooleanQuery.Builder();
    if (query instanceof BooleanQuery inner && !inner.clauses().isEmpty()) {
      inner.clauses().forEach(restricted::add);
      restricted.setMinimumNumberShouldMatch(
          inner.clauses().stream().anyMatch(BooleanClause::isRequired)
              ? inner.getMinimumNumberShouldMatch()
              : Math.max(1, inner.getMinimumNumberShouldMatch()));
    } else {
      restricted.add(query, Occur.MUST);
    }
    filters.forEach(filter -> restricted.add(filter, Occur.FILTER));
    excluded.forEach(other -> restricted.add(other, Occur.MUST_NOT));
    return restricted.build();
  }
}
