package dev.broadsheet.words;

import dev.broadsheet.article.Article;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.SuggestRequest;
import dev.broadsheet.search.SuggestResult;
import dev.broadsheet.search.Suggestion;
import dev.broadsheet.search.Suggestion.Kind;
import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQueryParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What could be typed next, on one snapshot. Phrases, topics, outlets and titles are taken from
 * some of the items that what was typed finds under the filters, so that there is nothing to keep
 * up to date, and nothing hidden can show; each is counted before it is offered.
 *
 * @param <Q> the engine's queries
 */
public final class Suggester<Q> {
  /** How many phrases are counted, of which the best are offered. */
  private static final int MAX_COUNTED = 16;

  /** How many values of a facet are counted. */
  private static final int MAX_VALUES_COUNTED = 24;

  /** Titles that begin with so many words alike are taken for one. */
  private static final int SAME_WORDS = 6;

  private final IndexView<Q> index;
  private final Queries<Q> queries;
  private final SuggestRequest request;
  private final Restriction restriction;
  private final TextPlanner<Q> planner;

  /** For one request. */
  public Suggester(
      IndexView<Q> index,
      SuggestRequest request,
      Restriction restriction,
      Ranking ranking,
      Synonyms synonyms) {
    this.index = index;
    this.queries = index.queries();
    this.request = request;
    this.restriction = restriction;
    this.planner = new TextPlanner<>(index, restriction, ranking, synonyms);
  }

  /** Answers. */
  public SuggestResult run(String version) throws IOException {
    TypedText typed = TypedText.of(request.text());
    if (typed.isEmpty() || request.size() == 0) {
      return new SuggestResult(List.of(), version);
    }
    var mix = new SuggestionMix(request.size());
    offer(typed, mix);
    Optional<String> corrected = planner.corrected(typed.query());
    if (corrected.isPresent()) {
      offer(typed.corrected(corrected.get()), mix);
    }
    return new SuggestResult(mix.suggestions(), version);
  }

  private void offer(TypedText typed, SuggestionMix mix) throws IOException {
    List<Sampled> sample =
        new SuggestionSample<>(index, restriction, request.filters(), planner).of(typed);
    if (!sample.isEmpty()) {
      var marks = TypedMarker.of(typed.text().text());
      offerQueries(typed, sample, marks, mix);
      offerValues(typed, FacetField.TOPIC, sample, marks, mix);
      offerValues(typed, FacetField.PROVIDER, sample, marks, mix);
      offerTitles(typed, sample, marks, mix);
    }
  }

  // Queries

  private record Counted(String text, long count, double score) {}

  private void offerQueries(
      TypedText typed, List<Sampled> sample, TypedMarker marks, SuggestionMix mix)
      throws IOException {
    List<Counted> counted = new ArrayList<>();
    for (Completion completion : completions(typed, sample).best(MAX_COUNTED)) {
      String text = completion.text();
      long count = count(text);
      if (count > 0) {
        counted.add(new Counted(text, count, completion.score(count)));
      }
    }
    counted.sort(
        Comparator.comparingDouble(Counted::score).reversed().thenComparing(Counted::text));
    for (Counted query : counted) {
      mix.offer(
          new Suggestion(
              Kind.QUERY,
              query.text(),
              marks.html(query.text()),
              query.count(),
              Optional.empty(),
              Optional.empty()));
    }
  }

  private static Completions completions(TypedText typed, List<Sampled> sample) {
    // One report of many outlets has the same title, but for its end.
    Map<List<String>, WrittenText> titles = new LinkedHashMap<>();
    Map<String, Integer> topics = new HashMap<>();
    for (Sampled item : sample) {
      titles.putIfAbsent(item.title().beginning(SAME_WORDS), item.title());
      item.article().labels().topics().forEach(topic -> topics.merge(topic, 1, Integer::sum));
    }
    var completions = new Completions(typed);
    titles.values().forEach(title -> completions.add(title, 1));
    topics.forEach((topic, items) -> completions.add(WrittenText.of(topic), items));
    return completions;
  }

  /** How many items have all words of a text; none where it would be read as more than words. */
  private long count(String text) throws IOException {
    TextQuery query = TextQueryParser.parse(text);
    boolean isWords =
        query.excluded().isEmpty()
            && query.groups().stream()
                .allMatch(group ->
                    group.alternatives().size() == 1
                        && group.alternatives().getFirst() instanceof TextQuery.Word word
                        && word.field().isEmpty());
    return isWords ? count(planner.asTyped(query), List.of()) : 0;
  }

  // Topics and outlets

  private void offerValues(
      TypedText typed, FacetField field, List<Sampled> sample, TypedMarker marks, SuggestionMix mix)
      throws IOException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String value : values(typed, field, sample)) {
      counts.put(value, count(queries.items(), List.of(only(field, value))));
    }
    List<Map.Entry<String, Long>> frequent =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(request.size())
            .toList();
    for (Map.Entry<String, Long> entry : frequent) {
      FacetTerm shown = shown(field, entry.getKey());
      if (typed.isWithin(FacetNames.words(shown))) {
        mix.offer(
            new Suggestion(
                field == FacetField.TOPIC ? Kind.TOPIC : Kind.PROVIDER,
                shown.label(),
                marks.html(shown.label()),
                entry.getValue(),
                Optional.of(shown.value()),
                Optional.empty()));
      }
    }
  }

  /** Values whose names hold what was typed: the most frequent ones, and those of the sample. */
  private List<String> values(TypedText typed, FacetField field, List<Sampled> sample)
      throws IOException {
    FacetValues table = index.values(field);
    Stream<String> frequent =
        index.names(field).matching(typed, MAX_VALUES_COUNTED).stream()
            .map(value -> table.shown(value).key());
    Stream<String> sampled =
        sample.stream()
            .flatMap(item -> terms(field, item.article()).stream())
            .distinct()
            .filter(term -> typed.isWithin(FacetNames.words(term)))
            .map(FacetTerm::key);
    return Stream.concat(frequent, sampled).distinct().limit(2L * MAX_VALUES_COUNTED).toList();
  }

  private static List<FacetTerm> terms(FacetField field, Article article) {
    return field == FacetField.TOPIC
        ? article.labels().topics().stream().map(topic -> FacetTerm.of(topic, topic)).toList()
        : article.provider().stream()
            .map(provider -> FacetTerm.of(provider.key(), provider.label()))
            .toList();
  }

  /** A value as it is most often written or, where items are hidden, as one that is not does. */
  private FacetTerm shown(FacetField field, String key) throws IOException {
    FacetValues table = index.values(field);
    if (!restriction.onlyPublished()) {
      return table.shown(table.named(key, false).iterator().next());
    }
    Q visible = restriction.of(queries, queries.items(), List.of(only(field, key)));
    return terms(field, index.newest(visible, 1).getFirst()).stream()
        .filter(term -> term.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Filter only(FacetField field, String value) {
    return new Filter.Values(field, List.of(value), List.of());
  }

  // Titles

  private void offerTitles(
      TypedText typed, List<Sampled> sample, TypedMarker marks, SuggestionMix mix)
      throws IOException {
    var completions = new Completions(typed);
    Map<Boolean, List<Sampled>> bySideBySide =
        sample.stream()
            .filter(item -> typed.isWithin(item.title().words()))
            .collect(Collectors.partitioningBy(item -> completions.isWithin(item.title())));
    List<Sampled> best =
        Stream.of(true, false)
            .flatMap(sideBySide -> bySideBySide.getOrDefault(sideBySide, List.of()).stream())
            .limit(2L * request.size())
            .toList();
    for (Sampled item : best) {
      String title = item.title().text();
      mix.offer(
          new Suggestion(
              Kind.TITLE,
              title,
              marks.html(title),
              1,
              Optional.empty(),
              Optional.of(item.article().id())));
    }
  }

  private long count(Q query, List<Filter> more) throws IOException {
    List<Filter> filters = Stream.concat(request.filters().stream(), more.stream()).toList();
    return index.count(restriction.of(queries, query, filters));
  }
}
