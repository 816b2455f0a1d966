package dev.broadsheet.http;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Page;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQueryParser;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parameters of a search: their names, defaults and bounds, and how a request is read from
 * them. A web address and a command line say the same with them. Safe for use by many threads.
 */
public final class SearchParameters {
  /** Longest text of a query, in characters. */
  static final int MAX_QUERY_LENGTH = 1_000;

  /** Most words, phrases and prefixes of a query. */
  static final int MAX_TERMS = 100;

  private static final int MAX_SIZE = 100;
  private static final int DEFAULT_SIZE = 10;
  private static final int MAX_FACET_SIZE = 1_000;
  private static final int DEFAULT_FACET_SIZE = 10;

  private static final String QUERY = "q";
  static final String EXCEPT = ".not";
  static final String FROM = "from";
  static final String TO = "to";
  private static final String ZONE = "tz";
  static final String MIN_QUALITY = "quality.min";
  static final String MAX_QUALITY = "quality.max";
  private static final String SORT = "sort";
  private static final String SIZE = "size";
  private static final String PAGE = "page";
  private static final String FACETS = "facets";
  private static final String NO_FACETS = "none";
  private static final String FACET_SIZE = "facet.size";
  private static final String DATE_INTERVAL = "date.interval";
  private static final String HIGHLIGHT = "highlight";

  /** Names that later versions give a meaning, and the one value that says what is done already. */
  private static final Map<String, Optional<String>> LATER =
      Map.of(
          "cursor", Optional.empty(),
          "group", Optional.empty(),
          "prefix", Optional.of("false"),
          "typos", Optional.of("off"),
          "mode", Optional.of("words"),
          "explain", Optional.of("false"));

  private static final List<FacetField> DEFAULT_FACETS =
      List.of(
          FacetField.TOPIC,
          FacetField.PROVIDER,
          FacetField.CATEGORY,
          FacetField.TYPE,
          FacetField.DATE);

  static final List<FacetField> FILTERS =
      Arrays.stream(FacetField.values()).filter(field -> field != FacetField.DATE).toList();

  private static final List<String> NAMES = names();

  private final Clock clock;

  /**
   * Reads with a clock.
   *
   * @param clock what relative dates count from
   */
  public SearchParameters(Clock clock) {
    this.clock = clock;
  }

  /** All names, those that later versions give a meaning included. */
  public static List<String> knownNames() {
    return NAMES;
  }

  /**
   * Reads a search. A blank value is as if it were not given.
   *
   * @param parameters the values of each name, decoded
   * @throws InvalidParameterException where one is unknown, out of bounds, or at odds with another
   */
  public ParsedSearch parse(Map<String, List<String>> parameters) {
    for (String name : parameters.keySet()) {
      if (!NAMES.contains(name)) {
        throw InvalidParameterException.unknown(name, NearestName.of(name, NAMES), NAMES);
      }
    }
    var given = new GivenParameters(parameters);
    TextQuery query = query(given);
    ZoneId zone = zone(given);
    List<Filter> filters = FilterParameters.read(given, clock.instant().atZone(zone));
    SortOrder sort = sort(given, query);
    Page page = page(given);
    FacetRequest facets = facets(given);
    SearchRequest.Options options = options(given);
    refuseWhatComesLater(given);
    return new ParsedSearch(
        new SearchRequest(query, filters, sort, page, facets, zone, options), given.echo());
  }

  private static TextQuery query(GivenParameters given) {
    String text = given.text(QUERY).orElse("");
    FilterParameters.requireLength(QUERY, text, MAX_QUERY_LENGTH);
    TextQuery query = TextQueryParser.parse(text);
    int terms =
        query.excluded().size()
            + query.groups().stream().mapToInt(group -> group.alternatives().size()).sum();
    if (terms > MAX_TERMS) {
      throw InvalidParameterException.tooMany(QUERY, "words", terms, MAX_TERMS);
    }
    return query;
  }

  private static ZoneId zone(GivenParameters given) {
    Optional<String> name = given.text(ZONE);
    if (name.isEmpty()) {
      return ZoneOffset.UTC;
    }
    try {
      // A plus sign that was not encoded is a space.
      String plain = name.get().startsWith(" ") ? "+" + name.get().substring(1) : name.get();
      // UTC, Z and +00:00 are the same request.
      return ZoneId.of(plain).normalized();
    } catch (DateTimeException unknown) {
      throw new InvalidParameterException(
          ZONE,
          name.get(),
          "an IANA time zone, such as Europe/Berlin, or an offset, such as +01:00");
    }
  }

  private static SortOrder sort(GivenParameters given, TextQuery query) {
    SortOrder order =
        given
            .choice(SORT, SortOrder::of, labels(SortOrder.values(), SortOrder::label))
            .orElse(SortOrder.RELEVANCE);
    // Where nothing is looked for, nothing is more relevant than another.
    return order == SortOrder.RELEVANCE && query.isEmpty() ? SortOrder.NEWEST : order;
  }

  private static Page page(GivenParameters given) {
    int size = given.whole(SIZE, 0, MAX_SIZE).orElse(DEFAULT_SIZE);
    int number = given.whole(PAGE, 1, Integer.MAX_VALUE).orElse(1);
    if ((long) number * size > Page.MAX_DEPTH) {
      throw new InvalidParameterException(
          PAGE,
          Integer.toString(number),
          String.format(
              Locale.ROOT,
              "at most %,d with %d hits a page, as page x size goes to %,d",
              Page.MAX_DEPTH / size,
              size,
              Page.MAX_DEPTH));
    }
    return new Page(number, size);
  }

  private static FacetRequest facets(GivenParameters given) {
    List<String> labels = given.commaSeparated(FACETS);
    int size = given.whole(FACET_SIZE, 0, MAX_FACET_SIZE).orElse(DEFAULT_FACET_SIZE);
    DateInterval interval =
        given
            .choice(
                DATE_INTERVAL, DateInterval::of, labels(DateInterval.values(), DateInterval::label))
            .orElse(DateInterval.AUTO);
    if (labels.equals(List.of(NO_FACETS))) {
      return FacetRequest.NONE;
    }
    List<FacetField> fields =
        labels.isEmpty() ? DEFAULT_FACETS : labels.stream().map(SearchParameters::facet).toList();
    return new FacetRequest(fields, size, interval);
  }

  private static SearchRequest.Options options(GivenParameters given) {
    SearchRequest.Options options = SearchRequest.Options.DEFAULT;
    return new SearchRequest.Options(
        options.typos(),
        options.byStory(),
        given.flag(HIGHLIGHT).orElse(options.highlight()),
        options.explain());
  }

  private static FacetField facet(String label) {
    return FacetField.of(label)
        .orElseThrow(() ->
            new InvalidParameterException(
                FACETS,
                label,
                "some of "
                    + String.join(", ", labels(FacetField.values(), FacetField::label))
                    + ", or "
                    + NO_FACETS
                    + " alone"));
  }

  private static void refuseWhatComesLater(GivenParameters given) {
    LATER.keySet().stream()
        .sorted()
        .forEach(name ->
            given
                .text(name)
                .filter(
                    value -> !LATER.getOrDefault(name, Optional.empty()).equals(Optional.of(value)))
                .ifPresent(value -> refuse(name, value)));
  }

  private static void refuse(String name, String value) {
    throw InvalidParameterException.notOffered(
        name,
        value,
        LATER
            .getOrDefault(name, Optional.empty())
            .map(only -> "leave it out, or say " + only)
            .orElse("leave it out"));
  }

  private static <E> List<String> labels(E[] values, Function<E, String> label) {
    return Arrays.stream(values).map(label).toList();
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(List.of(QUERY));
    FILTERS.forEach(field -> names.add(field.label()));
    FILTERS.forEach(field -> names.add(field.label() + EXCEPT));
    names.addAll(List.of(FROM, TO, ZONE, MIN_QUALITY, MAX_QUALITY, SORT, SIZE, PAGE));
    names.addAll(List.of(FACETS, FACET_SIZE, DATE_INTERVAL, HIGHLIGHT));
    LATER.keySet().stream().sorted().forEach(names::add);
    return List.copyOf(names);
  }
}
