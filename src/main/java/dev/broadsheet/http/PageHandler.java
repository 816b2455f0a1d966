package dev.broadsheet.http;

import dev.broadsheet.page.PageView;
import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * {@code GET /}: the search page. It takes the parameters of {@code /search}, and differs in what
 * goes without saying: a story's articles are folded, so that ten outlets that tell the same are
 * one result and the second story of the day is not on the third page; and fewer values of each
 * facet are shown.
 */
final class PageHandler implements QuestionHandler<PageHandler.Visit> {
  static final String MEDIA_TYPE = "text/html;charset=utf-8";

  private static final int FACET_SIZE = 8;

  /** A quarter: up to there, days can be told apart in a histogram. */
  private static final Duration SHOWN_BY_DAY = Duration.ofDays(93);

  private final SearchEngine engine;
  private final SearchParameters parameters;
  private final Clock clock;
  private final String site;
  private final QueryCounting counting;

  /**
   * The page of a site.
   *
   * @param site its name
   */
  PageHandler(SearchEngine engine, Clock clock, String site, QueryCounting counting) {
    this.engine = engine;
    this.parameters = new SearchParameters(clock, engine.knowsMeaning());
    this.clock = clock;
    this.site = site;
    this.counting = counting;
  }

  /**
   * A search on the page.
   *
   * @param search as the page asks it
   * @param address where the page is
   * @param moment when it is looked at, to the hour
   */
  record Visit(ParsedSearch search, PageAddress address, Instant moment) {
    SearchRequest request() {
      return search.request();
    }
  }

  @Override
  public Question<Visit> read(Context context) {
    ParsedSearch given = parameters.parse(QueryString.of(context));
    PageAddress address = PageAddress.of(given);
    var search = new ParsedSearch(onPage(given.request(), address), given.echo());
    // The page tells how old articles are, and so is another one in the next hour.
    Instant moment = clock.instant().truncatedTo(ChronoUnit.HOURS);
    return new Question<>(
        new Visit(search, address, moment),
        MEDIA_TYPE,
        String.join(
            "\n",
            "page",
            search.key(),
            moment.toString(),
            site,
            PageFiles.loaded().version(),
            "" + countsClicks()));
  }

  private boolean countsClicks() {
    return counting.log().isPresent();
  }

  private static SearchRequest onPage(SearchRequest given, PageAddress address) {
    SearchRequest.Options options = given.options();
    SearchRequest.Page page = given.page();
    return new SearchRequest(
        given.query(),
        given.filters(),
        given.sort(),
        page.size() > 0
            ? page
            : new SearchRequest.Page(1, SearchParameters.DEFAULT_SIZE, page.after()),
        facets(given, address),
        given.zone(),
        new SearchRequest.Options(
            options.typos(),
            options.byStory() || !address.has(SearchParameters.GROUP),
            options.highlight(),
            false));
  }

  private static FacetRequest facets(SearchRequest given, PageAddress address) {
    FacetRequest facets = given.facets();
    return new FacetRequest(
        facets.fields(),
        address.has(SearchParameters.FACET_SIZE) ? facets.size() : FACET_SIZE,
        address.has(SearchParameters.DATE_INTERVAL) ? facets.interval() : interval(given));
  }

  private static DateInterval interval(SearchRequest given) {
    return given.filters().stream().anyMatch(PageHandler::isShort)
        ? DateInterval.DAY
        : DateInterval.AUTO;
  }

  private static boolean isShort(Filter filter) {
    return filter instanceof Filter.DateRange range
        && range.from().isPresent()
        && range.to().isPresent()
        && Duration.between(range.from().get(), range.to().get()).compareTo(SHOWN_BY_DAY) <= 0;
  }

  @Override
  public Answer answer(Question<Visit> question) {
    Visit visit = question.value();
    SearchResult result = visit.search().ask(engine);
    counting.answered(visit.search(), result, true);
    PageView view = new PageResults(site, countsClicks(), visit, result).view();
    return new Answer(() -> PageFiles.loaded().template().bytes(view), result.version());
  }
}
