package dev.broadsheet.http;

import static dev.broadsheet.http.SearchParameters.EXCEPT;

import dev.broadsheet.analytics.QueryLog;
import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.SortOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All parameters, described with the names, bounds and choices that requests are read by. */
final class ApiParameters {
  private static final String DATE = "; inclusive: " + DateBound.EXPECTED;
  private static final List<String> FACETS = labels(FacetField.values(), FacetField::label);

  private static final Map<String, ApiParameter> KNOWN = known();

  private ApiParameters() {}

  /** Those of some names, in that order. */
  static List<ApiParameter> of(List<String> names) {
    return names.stream()
        .map(name ->
            Optional.ofNullable(KNOWN.get(name))
                .orElseThrow(() -> new IllegalStateException("not described: " + name)))
        .toList();
  }

  /** The same, with how many of something are wanted. */
  static List<ApiParameter> of(List<String> names, int min, int max, int usual) {
    return of(names).stream()
        .map(parameter ->
            parameter.name().equals(SearchParameters.SIZE)
                ? size(parameter.description(), min, max, usual)
                : parameter)
        .toList();
  }

  /** The item that a path names. */
  static ApiParameter id() {
    return new ApiParameter(
        PathParameters.ID, true, "An item, as answers name it", ApiSchema.id(), false);
  }

  /** The facet that a path names. */
  static ApiParameter field() {
    return new ApiParameter(
        PathParameters.FIELD,
        true,
        "A facet",
        ApiSchema.oneOf(SearchParameters.FILTERS.stream().map(FacetField::label).toList()),
        false);
  }

  private static Map<String, ApiParameter> known() {
    List<ApiParameter> all = new ArrayList<>(filters());
    all.addAll(search());
    all.addAll(shape());
    all.addAll(admin());
    all.add(
        ApiParameter.query(
            QueriesHandler.DAYS,
            "The last so many days, today included",
            ApiSchema.whole(1, QueryLog.DAYS, QueriesHandler.DEFAULT_DAYS)));
    Map<String, ApiParameter> byName = new HashMap<>();
    all.forEach(parameter -> byName.put(parameter.name(), parameter));
    return Map.copyOf(byName);
  }

  private static List<ApiParameter> filters() {
    List<ApiParameter> filters = new ArrayList<>();
    for (FacetField field : SearchParameters.FILTERS) {
      String name = field.label();
      filters.add(
          ApiParameter.query(
              name, "Only items with this " + name + "; given again: any of them", values(field)));
      filters.add(ApiParameter.query(name + EXCEPT, "No items with this " + name, values(field)));
    }
    filters.add(text(SearchParameters.FROM, "Published not before" + DATE));
    filters.add(text(SearchParameters.TO, "Published not after" + DATE));
    filters.add(
        text(
            SearchParameters.ZONE,
            "Where days begin: an IANA time zone or an offset; UTC without"));
    filters.add(number(SearchParameters.MIN_QUALITY, "Of at least this quality"));
    filters.add(number(SearchParameters.MAX_QUALITY, "Of at most this quality"));
    return filters;
  }

  /** What filters take: whole values, or one of a few words. */
  private static Map<String, Object> values(FacetField field) {
    Set<String> words = FilterParameters.CLOSED.getOrDefault(field, Set.of());
    Map<String, Object> one =
        words.isEmpty()
            ? ApiSchema.text(FilterParameters.MAX_VALUE_LENGTH)
            : ApiSchema.oneOf(words.stream().sorted().toList());
    return JsonTree.joined(
        ApiSchema.array(one), JsonTree.object("maxItems", FilterParameters.MAX_VALUES));
  }

  private static List<ApiParameter> search() {
    return List.of(
        ApiParameter.query(
            SearchParameters.QUERY,
            "Words; \"a phrase\"; -word; a OR b; title:word, excerpt:, body:, provider:, topic:;"
                + " word*. Never a syntax error",
            ApiSchema.text(TextParameter.MAX_LENGTH)),
        choice(
            SearchParameters.SORT,
            "The order of the hits; relevance where there are words, else date",
            labels(SortOrder.values(), SortOrder::label)),
        choice(
            SearchParameters.GROUP,
            "story: one hit a story, with its coverage; none: each item by itself",
            SearchParameters.GROUP_CHOICES),
        flag(SearchParameters.PREFIX, "Whether the last word is still being typed"),
        choice(
            SearchParameters.TYPOS,
            "auto: near spellings are looked for where the words find too little",
            SearchParameters.TYPOS_CHOICES),
        mode(List.of(SearchParameters.BY_WORDS)),
        flag(SearchParameters.HIGHLIGHT, "Whether to mark what matched; true without"),
        flag(SearchParameters.EXPLAIN, "Whether to tell how each score came about"));
  }

  /** How to search, with what there is to choose from. */
  static ApiParameter mode(List<String> choices) {
    return choice(
        SearchParameters.MODE,
        "How to search; hybrid, for words and meaning, where offered",
        choices);
  }

  private static List<ApiParameter> shape() {
    return List.of(
        size("Hits a page", 0, SearchParameters.MAX_SIZE, SearchParameters.DEFAULT_SIZE),
        ApiParameter.query(
            SearchParameters.PAGE, "From 1, to a depth of 10,000 hits", ApiSchema.whole(1)),
        ApiParameter.query(
            SearchParameters.CURSOR,
            "That of the last answer to the same search: goes on behind it",
            ApiSchema.text(SearchParameters.MAX_CURSOR_LENGTH)),
        new ApiParameter(
            SearchParameters.FACETS,
            false,
            "What to count, or none",
            ApiSchema.array(ApiSchema.oneOf(with(FACETS, SearchParameters.NO_FACETS))),
            true),
        ApiParameter.query(
            SearchParameters.FACET_SIZE,
            "Values of each facet",
            ApiSchema.whole(
                0, SearchParameters.MAX_FACET_SIZE, SearchParameters.DEFAULT_FACET_SIZE)),
        choice(
            SearchParameters.DATE_INTERVAL,
            "The width of the bars of date",
            labels(DateInterval.values(), DateInterval::label)),
        choice(
            SearchParameters.FORMAT,
            "The form of the answer",
            List.of("json", SuggestHandler.FOR_BROWSERS)));
  }

  private static List<ApiParameter> admin() {
    return List.of(
        flag(AdminRoutes.FULL, "Build anew beside the old index, and swap at the end"),
        flag(AdminRoutes.STRICT, "Write nothing if any file is rejected"),
        flag(AdminRoutes.FORCE, "Go on even if most of the corpus is gone or rejected"));
  }

  private static ApiParameter size(String description, int min, int max, int usual) {
    return ApiParameter.query(SearchParameters.SIZE, description, ApiSchema.whole(min, max, usual));
  }

  private static ApiParameter text(String name, String description) {
    return ApiParameter.query(name, description, ApiSchema.text());
  }

  private static ApiParameter number(String name, String description) {
    return ApiParameter.query(name, description, ApiSchema.number());
  }

  private static ApiParameter flag(String name, String description) {
    return ApiParameter.query(name, description, ApiSchema.flag());
  }

  private static ApiParameter choice(String name, String description, List<String> words) {
    return ApiParameter.query(name, description, ApiSchema.oneOf(words));
  }

  private static List<String> with(List<String> words, String more) {
    List<String> all = new ArrayList<>(words);
    all.add(more);
    return List.copyOf(all);
  }

  private static <E> List<String> labels(E[] values, Function<E, String> label) {
    return Arrays.stream(values).map(label).toList();
  }
}
