package dev.broadsheet.lucene;

import dev.broadsheet.article.FoldedText;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQuery.Phrase;
import dev.broadsheet.search.TextQuery.Prefix;
import dev.broadsheet.search.TextQuery.Term;
import dev.broadsheet.search.TextQuery.Unfinished;
import dev.broadsheet.search.TextQuery.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What was asked for, in Lucene's words. */
final class QueryTranslator {
  /** A word counts by its stem and, by as much again as is left, by its exact form. */
  private static final float STEM_WEIGHT = 0.8f;

  private QueryTranslator() {}

  /** Every item, scored by its quality boost. */
  static Query items() {
    return new TermQuery(in(Schema.ITEM, "item"));
  }

  /** The items that a text query matches, scored. */
  static Query text(TextQuery text) {
    var query = new BooleanQuery.Builder();
    List<Query> groups =
        text.groups().stream().map(QueryTranslator::group).flatMap(Optional::stream).toList();
    if (groups.isEmpty()) {
      query.add(text.groups().isEmpty() ? items() : MatchNoDocsQuery.INSTANCE, Occur.MUST);
    }
    groups.forEach(group -> query.add(group, Occur.MUST));
    text.excluded().stream()
        .map(QueryTranslator::term)
        .flatMap(Optional::stream)
        .forEach(excluded -> query.add(excluded, Occur.MUST_NOT));
    return query.build();
  }

  /** What a text query marks in a text: whatever of it is there, even where not all of it is. */
  static Query marking(TextQuery text) {
    return any(
        text.groups().stream()
            .flatMap(group -> group.alternatives().stream())
            .map(QueryTranslator::term)
            .flatMap(Optional::stream)
            .toList());
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

  private static Query dates(long from, long to) {
    return new IndexOrDocValuesQuery(
        LongPoint.newRangeQuery(Schema.DATE, from, to),
        NumericDocValuesField.newSlowRangeQuery(Schema.DATE, from, to));
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

  private static Optional<Query> group(TextQuery.Group group) {
    List<Query> alternatives =
        group.alternatives().stream().map(QueryTranslator::term).flatMap(Optional::stream).toList();
    return alternatives.isEmpty() ? Optional.empty() : Optional.of(any(alternatives));
  }

  /** What a term matches; empty where there is no word in it. */
  private static Optional<Query> term(Term term) {
    return switch (term) {
      case Word word -> word(word);
      case Phrase phrase ->
          analyzed(phrase, Analyzers.words(phrase.text()), QueryTranslator::sideBySide);
      case Prefix prefix ->
          analyzed(prefix, Analyzers.words(prefix.text()), QueryTranslator::begun);
      case Unfinished word -> analyzed(word, Analyzers.words(word.text()), QueryTranslator::begun);
    };
  }

  private static Optional<Query> word(Word word) {
    List<String> exact = Analyzers.words(word.text());
    List<String> stems = Analyzers.stems(word.text());
    if (exact.size() != 1 || exact.equals(stems)) {
      return analyzed(word, stems, QueryTranslator::sideBySide);
    }
    return analyzed(
        word, stems, (field, stem) -> exactOverStem(field, exact.getFirst(), stem.getFirst()));
  }

  private static Query exactOverStem(String field, String exact, String stem) {
    return new BooleanQuery.Builder()
        .add(new BoostQuery(sideBySide(field, List.of(stem)), STEM_WEIGHT), Occur.MUST)
        .add(new BoostQuery(sideBySide(field, List.of(exact)), 1 - STEM_WEIGHT), Occur.SHOULD)
        .build();
  }

  private static Optional<Query> analyzed(Term term, List<String> tokens, FieldQuery query) {
    if (tokens.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        term.field()
            .map(field -> query.of(Schema.limited(field), tokens))
            .orElseGet(() ->
                any(
                    List.of(
                        query.of(Schema.TEXT, tokens),
                        new BoostQuery(query.of(Schema.BODY, tokens), Schema.BODY_WEIGHT)))));
  }

  private static Query sideBySide(String field, List<String> tokens) {
    if (tokens.size() == 1) {
      return new TermQuery(in(field, tokens.getFirst()));
    }
    var phrase = new PhraseQuery.Builder();
    tokens.forEach(token -> phrase.add(in(field, token)));
    return phrase.build();
  }

  /** Whole words, and the beginning of one, in any order; scored by quality alone. */
  private static Query begun(String field, List<String> tokens) {
    var query = new BooleanQuery.Builder();
    query.add(items(), Occur.SHOULD);
    query.add(new PrefixQuery(in(field, tokens.getLast())), Occur.FILTER);
    tokens
        .subList(0, tokens.size() - 1)
        .forEach(token -> query.add(new TermQuery(in(field, token)), Occur.FILTER));
    return query.build();
  }

  /** A term of the index; of the two kinds of terms here, the other is what a visitor typed. */
  private static org.apache.lucene.index.Term in(String field, String token) {
    return new org.apache.lucene.index.Term(field, token);
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

  /** All of these, scored by the first. */
  static Query restricted(Query query, Stream<Query> filters) {
    var restricted = new BooleanQuery.Builder().add(query, Occur.MUST);
    filters.forEach(filter -> restricted.add(filter, Occur.FILTER));
    return restricted.build();
  }

  private interface FieldQuery {
    Query of(String field, List<String> tokens);
  }
}
