package dev.broadsheet.http;

import static dev.broadsheet.http.RunningApi.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Links;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.Results;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchEngineException;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search page, as it is sent. */
class PageTest {
  private static final String HOSTILE =
      "\"><img src=x onerror=alert(1)><script>alert(2)</script>'&";

  private final RecordingEngine engine = new RecordingEngine();
  private RunningApi api;

  @BeforeEach
  void start() {
    api = new RunningApi(engine);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Document page(String path) throws Exception {
    HttpResponse<String> response = api.get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    return Jsoup.parse(response.body());
  }

  private Document refused(String path, int status) throws Exception {
    HttpResponse<String> response = api.get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(header(response, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    return Jsoup.parse(response.body());
  }

  private static String href(Document page, String selector) {
    Element link = page.selectFirst(selector);
    assertThat(link).as(selector).isNotNull();
    return link == null ? "" : link.attr("href");
  }

  private void answer(Article article, Optional<Hit.Highlight> highlight) {
    Hit hit = Results.hit(article, OptionalDouble.empty(), List.of(), highlight);
    engine.answer(_ -> Results.result(1, true, List.of(hit), List.of()));
  }

  @Test
  void hit_isShownWithAllThatThereIs() throws Exception {
    Document page = page("/?q=facebook");
    assertThat(page.select(".bs-title").get(0).html())
        .isEqualTo(
            "<a class=\"bs-title-link\" href=\"https://wsj.com/a?b=c\">"
                + "<mark class=\"bs-mark\">Facebook</mark> &amp; …</a>");
    assertThat(page.select(".bs-snippet").text()).isEqualTo("An excerpt.");
    assertThat(page.select(".bs-outlet").text()).isEqualTo("Wall Street Journal");
    assertThat(page.select(".bs-date").get(0).attr("datetime")).isEqualTo("2019-12-20T20:43:00Z");
    assertThat(page.select(".bs-date").get(0).attr("title"))
        .isEqualTo("Friday, 20 December 2019, 20:43 UTC");
    assertThat(page.select(".bs-date").get(0).text()).isEqualTo("6 years ago · 20 Dec 2019");
    assertThat(page.select(".bs-image").attr("src")).isEqualTo("https://wsj.com/1.jpg");
    assertThat(page.select(".bs-image").attr("referrerpolicy")).isEqualTo("no-referrer");
    assertThat(page.select(".bs-chip").eachText()).containsExactly("AI", "Facebook AI");
    assertThat(page.select(".bs-quality").text()).isEqualTo("Good quality");
    assertThat(page.select(".bs-running").text()).isEqualTo("Video, 1:30");
  }

  @Test
  void hitFoundByItsMeaningAlone_isMarked() throws Exception {
    Hit found =
        Results.hit(
            ArticleBuilder.article("x").build(),
            OptionalDouble.empty(),
            List.of(),
            Optional.empty());
    engine.answer(_ -> Results.result(2, true, List.of(found, found.foundByMeaning()), List.of()));
    assertThat(page("/?q=facebook").select(".bs-article").eachText())
        .extracting(text -> text.contains("Found by meaning"))
        .containsExactly(false, true);
  }

  @Test
  void stories_areFolded_unlessThatIsNotWanted() throws Exception {
    page("/");
    assertThat(engine.lastRequest().options().byStory()).isTrue();
    page("/?group=none");
    assertThat(engine.lastRequest().options().byStory()).isFalse();
  }

  @Test
  void restOfAStory_isCounted() throws Exception {
    engine.answer(_ -> Answers.explainedStories());
    Document page = page("/?q=facebook");
    assertThat(page.select(".bs-coverage-summary").text()).isEqualTo("3 more outlets");
    assertThat(page.select(".bs-related-title").text()).isEqualTo("Elsewhere");
    assertThat(page.select(".bs-related-rest").text()).isEqualTo("and 5 more articles");
  }

  @Test
  void wording_isTold_withAWayToEach() throws Exception {
    engine.answer(_ -> Answers.explainedStories());
    Document page = page("/?q=facebok&topic=AI&page=2");
    assertThat(page.select(".bs-notice").eachText())
        .containsExactly(
            "Also showing results for facebook ads. Search only for facebok.",
            "Did you mean face book?",
            "Few stories have all of these words. Those that have most of them follow.");
    assertThat(page.select(".bs-notice-link").eachAttr("href"))
        .containsExactly(
            "?q=facebook+ads&topic=AI", "?q=facebok&topic=AI&typos=off", "?q=face+book&topic=AI");
  }

  @Test
  void facetValue_isChosenBesideTheOthers_andTakenBack() throws Exception {
    Document page = page("/?q=x&topic=ai&page=3");
    assertThat(page.select("[aria-labelledby=bs-facet-topic] a.bs-value").eachAttr("href"))
        .containsExactly("?q=x", "?q=x&topic=ai&topic=Facebook+AI");
    assertThat(page.select("[aria-labelledby=bs-facet-topic] [aria-current=true]").text())
        .isEqualTo("AI 7");
  }

  @Test
  void filters_areListed_andEachCanBeTakenAway() throws Exception {
    Document page =
        page("/?q=x&topic=AI&topic=B&type.not=video&from=2019&to=2020&quality.min=60&sort=date");
    assertThat(page.select(".bs-chosen bdi").eachText())
        .containsExactly("AI", "B", "not video", "from 2019", "to 2020", "quality from 60.0");
    assertThat(page.select(".bs-chosen-filter").eachAttr("href"))
        .startsWith("?q=x&topic=B&type.not=video&from=2019&to=2020&quality.min=60.0&sort=date")
        .noneMatch(href -> href.contains("topic=AI&topic=B&type.not=video&from=2019&to=2020&q"));
    assertThat(href(page, ".bs-clear")).isEqualTo("?q=x&sort=date");
  }

  @Test
  void form_keepsAllButThePage() throws Exception {
    Document page = page("/?q=x&topic=AI&topic=B&sort=date&page=2");
    assertThat(page.select(".bs-form input").eachAttr("name"))
        .containsExactly("q", "topic", "topic", "sort");
    assertThat(page.select(".bs-form input").eachAttr("value"))
        .containsExactly("x", "AI", "B", "date");
  }

  @Test
  void bounds_standInTheirFields_asDaysOfTheZone() throws Exception {
    Document page = page("/?from=now-1d&to=2026-03&tz=Pacific/Auckland");
    assertThat(page.select(".bs-range input[type=date]").eachAttr("value"))
        .containsExactly("2026-01-31", "2026-03-31");
  }

  @ParameterizedTest
  @CsvSource({
    "/?q=x, relevance, ?q=x ?q=x&sort=date ?q=x&sort=-date ?q=x&sort=quality",
    "/, date, ./ ?sort=-date ?sort=quality"
  })
  void orders_areLinks(String path, String current, String hrefs) throws Exception {
    Document page = page(path);
    assertThat(engine.lastRequest().sort().label()).isEqualTo(current);
    assertThat(page.select("[aria-label='Sort by'] a").eachAttr("href"))
        .containsExactly(hrefs.split(" "));
    assertThat(page.select("[aria-label='Sort by'] [aria-current=true]")).hasSize(1);
  }

  @Test
  void pages_areLinks() throws Exception {
    engine.answer(_ -> withNext(Results.result(200, true, Answers.full().hits(), List.of())));
    Document page = page("/?q=x&page=7");
    assertThat(page.select(".bs-page-item, .bs-page-gap").text())
        .isEqualTo("Page 1 … Page 5 Page 6 Page 7 Page 8 Page 9 … Page 20");
    assertThat(href(page, "[rel~=prev]")).isEqualTo("?q=x&page=6");
    assertThat(href(page, "[rel~=next]")).isEqualTo("?q=x&page=8");
    assertThat(href(page, ".bs-page-link:not([rel~=prev])")).isEqualTo("?q=x");
  }

  private static SearchResult withNext(SearchResult result) {
    SearchResult next = Answers.explainedStories();
    return new SearchResult(
        result.total(), true, result.hits(), List.of(), result.wording(), next.next(), "g1.1");
  }

  @Test
  void beyondWhatPagesReach_aCursorLeadsOn() throws Exception {
    engine.answer(_ -> withNext(Results.result(20_000, true, Answers.full().hits(), List.of())));
    assertThat(href(page("/?page=1000"), "[rel~=next]")).isEqualTo("?cursor=bmV4dA");
    Document beyond = page("/?cursor=bmV4dA");
    assertThat(href(beyond, "[rel~=next]")).isEqualTo("?cursor=bmV4dA");
    assertThat(href(beyond, "[rel~=prev]")).isEqualTo("./");
  }

  @Test
  void pageBehindTheLast_leadsBackToIt() throws Exception {
    engine.answer(_ -> Results.result(15, true, List.of(), List.of()));
    Document page = page("/?q=x&page=500");
    assertThat(page.select(".bs-nothing").text()).isEqualTo("This page lies behind the last one.");
    assertThat(href(page, "[rel~=prev]")).isEqualTo("?q=x&page=2");
  }

  @Test
  void nothingFound_saysWhatToDo() throws Exception {
    engine.answer(_ -> Answers.empty());
    assertThat(page("/?q=x&topic=AI").select(".bs-nothing a").eachAttr("href"))
        .containsExactly("?q=x");
    Document page = page("/?q=x");
    assertThat(page.select(".bs-status").text()).isEqualTo("Nothing found for x");
    assertThat(page.select(".bs-nothing a").eachAttr("href")).containsExactly("./");
  }

  @Test
  void sameSearch_canBeFollowed_andTheSiteBeAddedToABrowser() throws Exception {
    Document page = page("/?q=x&topic=AI&sort=quality&page=2");
    assertThat(page.select("link[rel=alternate]").eachAttr("href"))
        .containsExactly(
            "feed.atom?q=x&topic=AI&group=story",
            "feed.rss?q=x&topic=AI&group=story",
            "feed.json?q=x&topic=AI&group=story");
    for (String feed : page.select("link[rel=alternate]").eachAttr("href")) {
      assertThat(api.get("/" + feed).statusCode()).as(feed).isEqualTo(200);
    }
    assertThat(href(page, "link[rel=search]")).isEqualTo("opensearch.xml");
  }

  @Test
  void everyLinkOnThePage_leadsToAPage() throws Exception {
    engine.answer(_ -> Answers.full());
    Document page = page("/?q=x&topic=AI&from=2019&tag=a&provider=msn.com");
    List<String> links = page.select("a[href^=?]").eachAttr("href").stream().distinct().toList();
    assertThat(links).hasSizeGreaterThan(10);
    for (String link : links) {
      page("/" + link.replaceAll("#.*", ""));
    }
  }

  @Test
  void hostileText_staysText() throws Exception {
    var article =
        ArticleBuilder.article("x")
            .title(HOSTILE)
            .excerpt(HOSTILE)
            .provider(HOSTILE, "x.example")
            .topics(HOSTILE)
            .build();
    var value = new FacetCounts.Value(HOSTILE, Optional.of(HOSTILE), 1, true);
    Hit hit = Results.hit(article, OptionalDouble.empty(), List.of(), Optional.empty());
    engine.answer(_ ->
        Results.result(
            1, true, List.of(hit), List.of(new FacetCounts(FacetField.TOPIC, List.of(value)))));
    String given = PublicAddress.encoded(HOSTILE);
    Document page = page("/?q=" + given + "&topic=" + given + "&provider.not=" + given);
    assertThat(page.select("img[onerror], [onerror]")).isEmpty();
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select(".bs-title").text()).isEqualTo(HOSTILE);
    assertThat(page.select(".bs-input").attr("value")).isEqualTo(HOSTILE);
    assertThat(page.title()).contains(HOSTILE);
  }

  @Test
  void markupThatAnEngineLetThrough_staysText() throws Exception {
    answer(
        ArticleBuilder.article("x").title("x").build(),
        Optional.of(
            new Hit.Highlight(
                "<mark>a</mark> &lt;b&gt; <img src=x onerror=alert(1)>", Optional.of("<i>"))));
    Document page = page("/?q=a");
    assertThat(page.select(".bs-title").text()).isEqualTo("a <b> <img src=x onerror=alert(1)>");
    assertThat(page.select(".bs-snippet").text()).isEqualTo("<i>");
    assertThat(page.select(".bs-article img, .bs-article i")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,x", "/here", ""})
  void addressThatIsNotOnTheWeb_isNoLink(String url) throws Exception {
    Article article = ArticleBuilder.article("x").title("Headline").build();
    answer(
        new Article(
            article.id(),
            article.kind(),
            article.text(),
            new Links(Optional.of(url), Optional.empty(), Optional.empty()),
            article.labels(),
            article.publishedAt(),
            article.scores(),
            article.published(),
            article.provider(),
            article.media(),
            List.of()),
        Optional.empty());
    Document page = page("/");
    assertThat(page.select(".bs-title").html()).isEqualTo("Headline");
  }

  @Test
  void badParameter_isExplainedOnThePage() throws Exception {
    Document page = refused("/?q=x&from=" + PublicAddress.encoded(HOSTILE), 400);
    assertThat(page.select(".bs-trouble-text").text())
        .startsWith("“" + HOSTILE + "” can’t be read as “from”. Expected was a date");
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select(".bs-input").attr("value")).isEqualTo("x");
    assertThat(page.select(".bs-ways a").eachAttr("href")).containsExactly("?q=x", "./");
    assertThat(engine.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/?topics=AI", "/?q=a&q=b", "/?q=%ff", "/?cursor=..", "/?size=101"})
  void searchThatIsNone_isAPageWithAWayOut(String path) throws Exception {
    Document page = refused(path, 400);
    assertThat(page.select("[role=alert] h2").text()).isEqualTo("This search can’t be made");
    assertThat(page.select(".bs-ways a").eachAttr("href")).contains("./");
  }

  @Test
  void engineInTrouble_isAPageToTryAgain() throws Exception {
    engine.answer(_ -> {
      throw new SearchEngineException("secret");
    });
    Document page = refused("/?q=x", 503);
    assertThat(page.select(".bs-ways a").eachAttr("href")).containsExactly("?q=x", "./");
    assertThat(page.text()).doesNotContain("secret");
    assertThat(header(api.get("/?q=x"), "Retry-After")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/?q=x", "/?topics=AI"})
  void page_runsAndFetchesNothingOfOthers(String path) throws Exception {
    HttpResponse<String> response = api.get(path);
    assertThat(header(response, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .doesNotContain("unsafe");
    assertThat(header(response, "Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    Document page = Jsoup.parse(response.body());
    assertThat(page.select("[style], style, script:not([src])")).isEmpty();
    for (Element element : page.getAllElements()) {
      assertThat(element.attributes()).noneMatch(attribute -> attribute.getKey().startsWith("on"));
    }
  }

  @Test
  void head_hasTheHeadersOfGet() throws Exception {
    HttpResponse<String> get = api.get("/?q=x");
    HttpResponse<String> head = api.send("HEAD", "/?q=x");
    assertThat(head.body()).isEmpty();
    for (String name : List.of("ETag", "Content-Type", "Content-Length", "Cache-Control")) {
      assertThat(header(head, name)).as(name).isEqualTo(header(get, name)).isNotEmpty();
    }
  }

  @Test
  void otherMethod_isRefusedOnThePage() throws Exception {
    HttpResponse<String> response = api.send("POST", "/");
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(header(response, "Allow")).isEqualTo("GET, HEAD");
  }

  @Test
  void page_isAnotherOneInTheNextHour_asAgesAreTold() throws Exception {
    String now = header(api.get("/"), "ETag");
    try (var sameHour = at(RunningApi.NOW.plus(Duration.ofMinutes(59)));
        var nextHour = at(RunningApi.NOW.plus(Duration.ofMinutes(60)))) {
      assertThat(header(sameHour.get("/"), "ETag")).isEqualTo(now);
      assertThat(header(nextHour.get("/"), "ETag")).isNotEqualTo(now);
    }
  }

  private RunningApi at(Instant instant) {
    return new RunningApi(
        engine, new HttpSettings("127.0.0.1", 0), Clock.fixed(instant, ZoneOffset.UTC));
  }

  @Test
  void page_asksForFewValuesOfAFacet_unlessMoreAreWanted() throws Exception {
    page("/");
    SearchRequest request = engine.lastRequest();
    assertThat(request.facets().size()).isEqualTo(8);
    page("/?facet.size=50");
    assertThat(engine.lastRequest().facets().size()).isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({
    "/, auto",
    "/?from=2025-01, auto",
    "/?from=2024&to=2025, auto",
    "/?from=2025-01&to=2025-03, day",
    "/?from=2025-01&to=2025-03&date.interval=year, year"
  })
  void shortSpan_isShownByDay(String path, String interval) throws Exception {
    page(path);
    assertThat(engine.lastRequest().facets().interval().label()).isEqualTo(interval);
  }
}
