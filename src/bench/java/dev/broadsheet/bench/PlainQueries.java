package dev.broadsheet.bench;

import dev.broadsheet.article.FoldedText;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.TextQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Reads what was typed in the simple way: all words are required, in the combined text. */
final class PlainQueries {
  private PlainQueries() {}

  /** What to look for within some filters. */
  static Query of(TextQuery text, List<Filter> filters) {
    var query = new BooleanQuery.Builder();
    text.groups().forEach(group -> group(group).ifPresent(it -> query.add(it, Occur.MUST)));
    text.excluded()
        .forEach(term -> term(term).ifPresent(it -> query.add(it, Occur.MUST_NOT)));
    filters.forEach(filter -> query.add(filter(filter), Occur.FILTER));
    BooleanQuery whole = query.build();
    boolean something = whole.clauses().stream().anyMatch(clause -> clause.isRequired());
    return something ? whole : query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER).build();
  }

  private static Optional<Query> group(TextQuery.Group group) {
    List<Query> alternatives =
        group.alternatives().stream().map(PlainQueries::term).flatMap(Optional::stream).toList();
    if (alternatives.size() <= 1) {
      return alternatives.stream().findFirst();
    }
    var any = new BooleanQuery.Builder();
    alternatives.forEach(it -> any.add(it, Occur.SHOULD));
    return Optional.of(any.build());
  }

  /** Empty where there are only stop words. */
  private static Optional<Query> term(TextQuery.Term term) {
    String field =
        term.field().map(it -> it.name().toLowerCase(Locale.ROOT)).orElse(PlainSchema.TEXT);
    return switch (term) {
      case TextQuery.Word word -> words(field, word.text());
      case TextQuery.Phrase phrase -> words(field, phrase.text());
      case TextQuery.Prefix prefix -> Optional.of(prefix(field, prefix.text()));
      case TextQuery.Unfinished unfinished -> Optional.of(prefix(field, unfinished.text()));
    };
  }

  private static Query prefix(String field, String start) {
    return new PrefixQuery(new Term(field, start.toLowerCase(Locale.ROOT)));
  }

  private static Optional<Query> words(String field, String text) {
    List<String> words = analyze(text);
    return switch (words.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new TermQuery(new Term(field, words.getFirst())));
      default -> Optional.of(new PhraseQuery(field, words.toArray(String[]::new)));
    };
  }

  /** The terms of a text. */
  static List<String> analyze(String text) {
    try (TokenStream tokens = PlainSchema.ANALYZER.tokenStream(PlainSchema.TEXT, text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      List<String> terms = new ArrayList<>();
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.add(term.toString());
      }
      tokens.end();
      return terms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query filter(Filter filter) {
    return switch (filter) {
      case Filter.Values values -> any(values.field(), values.any());
      case Filter.DateRange range -> {
        long from = range.from().map(it -> it.toEpochMilli()).orElse(Long.MIN_VALUE);
        long to = range.to().map(it -> it.toEpochMilli()).orElse(Long.MAX_VALUE);
        yield NumericDocValuesField.newSlowRangeQuery(PlainSchema.DATE, from, to);
      }
      case Filter.QualityRange _ -> throw new IllegalArgumentException("not in the mix");
    };
  }

  private static Query any(FacetField field, List<String> values) {
    String name = PlainSchema.facet(field.label());
    List<BytesRef> terms =
        values.stream().map(value -> new BytesRef(FoldedText.of(value))).toList();
    return terms.size() == 1
        ? new TermQuery(new Term(name, terms.getFirst()))
        : new TermInSetQuery(name, terms);
  }
}
