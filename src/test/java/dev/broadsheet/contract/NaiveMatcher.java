package dev.broadsheet.contract;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.FoldedText;
import dev.broadsheet.article.Provider;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.search.TextQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a search has to find, by looking at every article. Knows no stems: it is for words that are
 * their own.
 */
final class NaiveMatcher {
  private final List<Article> articles;

  NaiveMatcher(List<Article> articles) {
    this.articles = articles;
  }

  List<Article> matches(SearchRequest request) {
    return matches(request, filter -> true);
  }

  /** The matches with only some of the filters. */
  private List<Article> matches(SearchRequest request, Predicate<Filter> which) {
    return articles.stream()
        .filter(article -> matches(request.query(), article))
        .filter(article ->
            request.filters().stream().filter(which).allMatch(filter -> satisfies(filter, article)))
        .toList();
  }

  /** How many matches hold each value, counted without the filter on the field itself. */
  Map<String, Long> facet(SearchRequest request, FacetField field) {
    return facet(request, field, Article::id);
  }

  /** The same, where matches count together that are of one unit. */
  Map<String, Long> facet(SearchRequest request, FacetField field, Function<Article, ?> unit) {
    Map<String, Set<Object>> units = new TreeMap<>();
    for (Article article : matches(request, filter -> !isOn(filter, field))) {
      for (String value : values(article, field)) {
        units.computeIfAbsent(value, unseen -> new HashSet<>()).add(unit.apply(article));
      }
    }
    Map<String, Long> counts = new TreeMap<>();
    units.forEach((value, distinct) -> counts.put(value, (long) distinct.size()));
    return counts;
  }

  private static boolean isOn(Filter filter, FacetField field) {
    return switch (filter) {
      case Filter.Values values -> values.field() == field;
      case Filter.DateRange range -> field == FacetField.DATE;
      case Filter.QualityRange range -> false;
    };
  }

  static Set<String> values(Article article, FacetField field) {
    Stream<String> values =
        switch (field) {
          case TOPIC -> article.labels().topics().stream();
          case TAG -> article.labels().tags().stream();
          case PROVIDER -> article.provider().map(Provider::key).stream();
          case CATEGORY -> article.labels().category().stream();
          case TYPE -> article.labels().type().stream();
          case KIND -> Stream.of(article.kind().label());
          case PUBLISHED -> Stream.of(String.valueOf(article.published()));
          case DATE -> article.publishedAt().map(NaiveMatcher::month).stream();
        };
    Set<String> folded = new HashSet<>();
    values.map(FoldedText::of).forEach(folded::add);
    return folded;
  }

  private static String month(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString().substring(0, 7);
  }

  private static boolean satisfies(Filter filter, Article article) {
    return switch (filter) {
      case Filter.Values values ->
          (values.any().isEmpty() || holdsAny(article, values.field(), values.any()))
              && !holdsAny(article, values.field(), values.none());
      case Filter.DateRange range ->
          article
              .publishedAt()
              .filter(date -> range.from().map(from -> !date.isBefore(from)).orElse(true))
              .filter(date -> range.to().map(to -> !date.isAfter(to)).orElse(true))
              .isPresent();
      case Filter.QualityRange range -> {
        OptionalDouble quality = article.scores().quality();
        yield quality.isPresent()
            && quality.getAsDouble() >= range.min().orElse(0)
            && quality.getAsDouble() <= range.max().orElse(Double.MAX_VALUE);
      }
    };
  }

  private static boolean holdsAny(Article article, FacetField field, List<String> wanted) {
    Set<String> held = new HashSet<>(values(article, field));
    if (field == FacetField.PROVIDER) {
      article.provider().flatMap(Provider::name).map(FoldedText::of).ifPresent(held::add);
    }
    return wanted.stream().map(FoldedText::of).anyMatch(held::contains);
  }

  private static boolean matches(TextQuery query, Article article) {
    return query.groups().stream()
            .allMatch(
                group -> group.alternatives().stream().anyMatch(term -> matches(term, article)))
        && query.excluded().stream().noneMatch(term -> matches(term, article));
  }

  private static boolean matches(TextQuery.Term term, Article article) {
    Stream<String> texts =
        term.field().isPresent()
            ? texts(article, term.field().get())
            : Stream.of(TextQuery.Field.values()).flatMap(field -> texts(article, field));
    List<String> wanted = words(term.text());
    return texts
        .map(NaiveMatcher::words)
        .anyMatch(words ->
            switch (term) {
              case TextQuery.Word word -> words.contains(wanted.getFirst());
              case TextQuery.Phrase phrase ->
                  java.util.Collections.indexOfSubList(words, wanted) >= 0;
              case TextQuery.Prefix prefix ->
                  words.stream().anyMatch(word -> word.startsWith(wanted.getFirst()));
              case TextQuery.Unfinished unfinished ->
                  words.stream().anyMatch(word -> word.startsWith(wanted.getFirst()));
            });
  }

  private static Stream<String> texts(Article article, TextQuery.Field field) {
    return switch (field) {
      case TITLE -> Stream.of(article.text().title());
      case EXCERPT -> article.text().excerpt().stream();
      case BODY -> article.text().body().stream();
      case TOPIC -> article.labels().topics().stream();
      case PROVIDER ->
          article.provider().stream()
              .flatMap(provider -> Stream.of(provider.name(), provider.domain()))
              .flatMap(Optional::stream);
    };
  }

  private static List<String> words(String text) {
    return List.of(text.toLowerCase(Locale.ROOT).split(" ", -1));
  }

  /** The order of a sort by a field, ties and all. */
  static Comparator<Article> order(SortOrder sort) {
    Comparator<Article> newest =
        Comparator.comparing(
            article -> article.publishedAt().orElse(Instant.MIN), Comparator.reverseOrder());
    Comparator<Article> first =
        switch (sort) {
          case NEWEST -> newest;
          case OLDEST -> Comparator.comparing(article -> article.publishedAt().orElse(Instant.MAX));
          case QUALITY -> best(article -> article.scores().quality());
          case HEAT -> best(article -> article.scores().heat());
          case RELEVANCE -> throw new IllegalArgumentException("not a field");
        };
    return first.thenComparing(newest).thenComparing(Article::id);
  }

  private static Comparator<Article> best(Function<Article, OptionalDouble> score) {
    return Comparator.comparingDouble(article -> -score.apply(article).orElse(-1));
  }
}
