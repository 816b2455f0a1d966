package dev.broadsheet.http;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Image;
import dev.broadsheet.article.Provider;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.search.TextQuery;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /feed.atom} and its like: a search to be followed, newest first. Near spellings are
 * left out unless they are asked for: who follows a word for a year has spelled it as it was meant,
 * and would get what it is not about as soon as there is little news of it.
 */
final class FeedHandler implements QuestionHandler<FeedHandler.Subscription> {
  static final int MAX_SIZE = 100;
  static final int DEFAULT_SIZE = 20;
  static final List<String> NAMES =
      SearchParameters.withFilters(
          List.of(SearchParameters.QUERY),
          SearchParameters.SORT,
          SearchParameters.SIZE,
          SearchParameters.GROUP,
          SearchParameters.TYPOS);

  /** In which a search can be followed. */
  static final List<FeedFormat> FORMATS =
      List.of(new AtomFormat(), new RssFormat(), new JsonFeedFormat());

  /** What of a search on the page holds for its feed, too. */
  static final List<String> FOLLOWED =
      SearchParameters.withFilters(
          List.of(SearchParameters.QUERY), SearchParameters.GROUP, SearchParameters.TYPOS);

  private static final Comparator<Hit> NEWEST_FIRST =
      Comparator.comparing(
          (Hit hit) -> hit.article().publishedAt().orElse(Instant.MIN), Comparator.reverseOrder());

  private final SearchEngine engine;
  private final Clock clock;
  private final HttpSettings.Site site;
  private final PublicAddress address;
  private final FeedFormat format;

  FeedHandler(SearchEngine engine, Clock clock, HttpSettings.Site site, FeedFormat format) {
    this.engine = engine;
    this.clock = clock;
    this.site = site;
    this.address = new PublicAddress(site.publicUrl());
    this.format = format;
  }

  /**
   * What is followed.
   *
   * @param request for the engine
   * @param given the parameters, by name
   * @param address of the server
   */
  record Subscription(SearchRequest request, Map<String, Object> given, String address) {}

  @Override
  public Question<Subscription> read(Context context) {
    var given = new GivenParameters(QueryString.of(context), NAMES);
    TextQuery query = TextParameter.query(TextParameter.text(given), false);
    var filters = FilterParameters.read(given, clock);
    given.oneOf(SearchParameters.SORT, List.of(SortOrder.NEWEST.label()));
    int size = given.whole(SearchParameters.SIZE, 1, MAX_SIZE).orElse(DEFAULT_SIZE);
    var options =
        new SearchRequest.Options(
            SearchParameters.typos(given).orElse(false),
            SearchParameters.byStory(given),
            false,
            false);
    var request =
        new SearchRequest(
            query,
            filters,
            SortOrder.NEWEST,
            new SearchRequest.Page(1, size),
            FacetRequest.NONE,
            ZoneOffset.UTC,
            options);
    var subscription = new Subscription(request, given.echo(), address.of(context));
    return new Question<>(
        subscription,
        format.mediaType(),
        request.canonical() + subscription.address() + PublicAddress.query(given.echo()));
  }

  @Override
  public Answer answer(Question<Subscription> question) {
    Subscription subscription = question.value();
    SearchResult result = engine.search(subscription.request());
    return new Answer(() -> format.write(feed(subscription, result)), result.version());
  }

  private Feed feed(Subscription subscription, SearchResult result) {
    String query = PublicAddress.query(subscription.given());
    String base = subscription.address();
    return new Feed(
        site.name(),
        FeedSubject.of(subscription.given()),
        "urn:broadsheet:feed:" + EntityTag.hash(query),
        base + "/" + format.file() + query,
        base + "/" + page(subscription.given()),
        // Items that lack some of the words come last, whatever their date.
        result.hits().stream()
            .sorted(NEWEST_FIRST)
            .map(hit -> entry(hit.article(), base))
            .toList());
  }

  /** The search page folds stories unless it is told not to, a feed if it is told to. */
  private static String page(Map<String, Object> given) {
    Map<String, Object> parameters = new LinkedHashMap<>(given);
    parameters.remove(SearchParameters.SIZE);
    parameters.putIfAbsent(SearchParameters.SORT, SortOrder.NEWEST.label());
    parameters.putIfAbsent(SearchParameters.TYPOS, "off");
    parameters.putIfAbsent(SearchParameters.GROUP, SearchParameters.UNGROUPED);
    return PublicAddress.query(parameters);
  }

  private static Feed.Entry entry(Article article, String base) {
    String id = article.id().value();
    return new Feed.Entry(
        "urn:broadsheet:article:" + id,
        article.links().sourceUrl().flatMap(WebLink::of).orElse(base + "/articles/" + id),
        article.text().title(),
        article.text().excerpt(),
        article.publishedAt(),
        article.provider().map(Provider::label),
        article.labels().topics(),
        article.media().images().stream()
            .map(Image::url)
            .flatMap(url -> WebLink.of(url).stream())
            .findFirst());
  }
}
