package dev.broadsheet.http;

import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Page;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.search.TextQuery;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The parameters of a search: their names, defaults and bounds, and how a request is read from
 * them. A web address and a command line say the same with them. Safe for use by many threads.
 */
public final class SearchParameters {
  /** Longer than any that an engine makes. */
  static final int MAX_CURSOR_LENGTH = 4_000;

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+");
  static final int MAX_SIZE = 100;
  static final int DEFAULT_SIZE = 10;
  static final int MAX_FACET_SIZE = 1_000;
  static final int DEFAULT_FACET_SIZE = 10;

  static final String QUERY = "q";
  static final String EXCEPT = ".not";
  static final String FROM = "from";
  static final String TO = "to";
  static final String ZONE = "tz";
  static final String MIN_QUALITY = "quality.min";
  static final String MAX_QUALITY = "quality.max";
  static final String SORT = "sort";
  static final String SIZE = "size";
  static final String PAGE = "page";
  static final String CURSOR = "cursor";
  static final String FACETS = "facets";
  static final String NO_FACETS = "none";
  static final String FACET_SIZE = "facet.size";
  static final String DATE_INTERVAL = "date.interval";
  static final String GROUP = "group";
  static final String BY_STORY = "story";

  /** Where stories are folded without being asked for, as on the page: each article by itself. */
  static final String UNGROUPED = "none";

  static final List<String> GROUP_CHOICES = List.of(BY_STORY, UNGROUPED);

  static final String PREFIX = "prefix";
  static final String TYPOS = "typos";
  static final List<String> TYPOS_CHOICES = List.of("auto", "off");
  static final String MODE = "mode";
  static final String BY_WORDS = "words";
  static final String HYBRID = "hybrid";
  static final List<String> MODE_CHOICES = List.of(BY_WORDS, HYBRID);
  static final String HIGHLIGHT = "highlight";
  static final String EXPLAIN = "explain";

  /** Of {@code /suggest}: the form of the answer. */
  static final String FORMAT = "format";

  static final List<FacetField> DEFAULT_FACETS =
      List.of(
          FacetField.TOPIC,
          FacetField.PROVIDER,
          FacetField.CATEGORY,
          FacetField.TYPE,
          FacetField.DATE);

  static final List<FacetField> FILTERS =
      Arrays.stream(FacetField.values()).filter(field -> field != FacetField.DATE).toList();

  /** What restricts the items; each route that looks for several takes all of these. */
  static final List<String> FILTER_NAMES = filterNames();

  private static final List<String> NAMES = names();

  private final Clock clock;
  private final boolean knowsMeaning;

  /**
   * Reads with a clock, for an engine that searches words alone.
   *
   * @param clock what relative dates count from
   */
  public SearchParameters(Clock clock) {
    this(clock, false);
  }

  /**
   * Reads with a clock.
   *
   * @param clock what relative dates count from
   * @param knowsMeaning whether meanings can be searched; then they are, unless words alone are
   *     asked for
   */
  public SearchParameters(Clock clock, boolean knowsMeaning) {
    this.clock = clock;
    this.knowsMeaning = knowsMeaning;
  }

  /** The names of all parameters of a search. */
  static List<String> knownNames() {
    return NAMES;
  }

  /**
   * Reads a search. A blank value is as if it were not given.
   *
   * @param parameters the values of each name, decoded
   * @throws InvalidParameterException where one is unknown, out of bounds, or at odds with another
   */
  public ParsedSearch parse(Map<String, List<String>> parameters) {
    var given = new GivenParameters(parameters, NAMES);
    String text = TextParameter.text(given);
    TextQuery query = TextParameter.query(text, given.flag(PREFIX).orElse(false));
    ZoneId zone = FilterParameters.zone(given);
    List<Filter> filters = FilterParameters.read(given, clock.instant().atZone(zone));
    SortOrder sort = sort(given, query);
    Page page = page(given);
    FacetRequest facets = facets(given);
    SearchRequest.Options options = options(given).withMeaning(meaning(given));
    return new ParsedSearch(
        new SearchRequest(query, filters, sort, page, facets, zone, options), given.echo());
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
    OptionalInt page = given.whole(PAGE, 1, Integer.MAX_VALUE);
    Optional<Cursor> after = given.text(CURSOR).map(SearchParameters::cursor);
    if (after.isPresent() && page.isPresent()) {
      throw new InvalidParameterException(
          PAGE,
          Integer.toString(page.getAsInt()),
          "no " + PAGE + " beside a " + CURSOR + ", which says itself where the page begins");
    }
    int number = page.orElse(1);
    if ((long) number * size > Page.MAX_DEPTH) {
      throw new InvalidParameterException(
          PAGE,
          Integer.toString(number),
          String.format(
              Locale.ROOT,
              "at most %,d with %d hits a page, as page x size goes to %,d; %s goes deeper",
              Page.MAX_DEPTH / size,
              size,
              Page.MAX_DEPTH,
              CURSOR));
    }
    return new Page(number, size, after);
  }

  /** Whether it is of this search, only the engine can tell. */
  private static Cursor cursor(String token) {
    if (token.length() > MAX_CURSOR_LENGTH || !TOKEN.matcher(token).matches()) {
      throw InvalidParameterException.invalidCursor(token);
    }
    return new Cursor(token);
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
        typos(given).orElse(options.typos()),
        byStory(given),
        given.flag(HIGHLIGHT).orElse(options.highlight()),
        given.flag(EXPLAIN).orElse(options.explain()));
  }

  /** Whether near spellings are wanted; empty where nothing is said. */
  static Optional<Boolean> typos(GivenParameters given) {
    return given.oneOf(TYPOS, TYPOS_CHOICES).map("auto"::equals);
  }

  /** Whether the items of a story are to be folded into one hit. */
  static boolean byStory(GivenParameters given) {
    return given.oneOf(GROUP, GROUP_CHOICES).map(BY_STORY::equals).orElse(false);
  }

  /** Searching by meaning is known, and not offered without a model. */
  private boolean meaning(GivenParameters given) {
    Optional<String> mode = given.oneOf(MODE, MODE_CHOICES);
    if (!knowsMeaning && mode.filter(HYBRID::equals).isPresent()) {
      throw InvalidParameterException.notOffered(MODE, HYBRID, "leave it out, or say " + BY_WORDS);
    }
    return knowsMeaning && !mode.equals(Optional.of(BY_WORDS));
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

  private static <E> List<String> labels(E[] values, Function<E, String> label) {
    return Arrays.stream(values).map(label).toList();
  }

  private static List<String> filterNames() {
    List<String> names = new ArrayList<>();
    FILTERS.forEach(field -> names.add(field.label()));
    FILTERS.forEach(field -> names.add(field.label() + EXCEPT));
    names.addAll(List.of(FROM, TO, ZONE, MIN_QUALITY, MAX_QUALITY));
    return List.copyOf(names);
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(withFilters(List.of(QUERY)));
    names.addAll(List.of(SORT, SIZE, PAGE, CURSOR, FACETS, FACET_SIZE, DATE_INTERVAL));
    names.addAll(List.of(GROUP, PREFIX, TYPOS, MODE, HIGHLIGHT, EXPLAIN));
    return List.copyOf(names);
  }

  /** The names of the filters, and some more before and after them. */
  static List<String> withFilters(List<String> first, String... last) {
    List<String> names = new ArrayList<>(first);
    names.addAll(FILTER_NAMES);
    names.addAll(List.of(last));
    return List.copyOf(names);
  }
}
