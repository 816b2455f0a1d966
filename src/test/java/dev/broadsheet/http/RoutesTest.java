package dev.broadsheet.http;

import static dev.broadsheet.http.RunningApi.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.FacetSearchRequest;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.InvalidCursorException;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SimilarRequest;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.search.SuggestRequest;
import dev.broadsheet.search.Suggestion;
import dev.broadsheet.search.TextQueryParser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the routes beside the search ask the engine for, and how they write what it says. */
class RoutesTest {
  private static final String ITEM = "/articles/0123456789abcdef01234567";
  private static final List<Filter> CLIMATE_OF_TODAY =
      List.of(
          new Filter.Values(FacetField.TOPIC, List.of("Climate"), List.of()),
          new Filter.DateRange(
              Optional.of(Instant.parse("2026-01-30T23:00:00Z")), Optional.empty()));
  private static final String FILTERS = "topic=Climate&from=2026-01-31&tz=Europe/Oslo";

  private final RecordingEngine engine = new RecordingEngine();
  private RunningApi api;

  @BeforeEach
  void start() {
    engine.hold(Answers.fullHit());
    engine.suggest(
        suggestion(Suggestion.Kind.QUERY, "flood <barrier>", 1200, Optional.empty()),
        suggestion(Suggestion.Kind.TOPIC, "R&D", 1, Optional.of("R&D")),
        suggestion(Suggestion.Kind.PROVIDER, "Harbor Ledger", 2, Optional.of("ledger.example")),
        new Suggestion(
            Suggestion.Kind.TITLE, "Flood", "Flood", 1, Optional.empty(), Optional.of(Answers.ID)));
    engine.count(new FacetCounts.Value("msn.com", Optional.of("NBC News"), 3, true));
    api = new RunningApi(engine);
  }

  private static Suggestion suggestion(
      Suggestion.Kind kind, String text, long count, Optional<String> value) {
    return new Suggestion(kind, text, "<mark>x</mark>", count, value, Optional.empty());
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private String body(String path, String... headers) throws Exception {
    HttpResponse<String> response = api.get(path, headers);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    return response.body();
  }

  private String refusal(String path, int status) throws Exception {
    HttpResponse<String> response = api.get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    return response.body();
  }

  @Test
  void suggest_asksForWhatWasTyped_withTheFilters() throws Exception {
    body("/suggest?q=flood+ba&size=3&" + FILTERS);
    assertThat(engine.lastAsked(SuggestRequest.class))
        .isEqualTo(new SuggestRequest("flood ba", CLIMATE_OF_TODAY, 3));
  }

  @Test
  void suggest_answersAnArray() throws Exception {
    GoldenFile.assertMatches("suggest.json", body("/suggest?q=fl"));
    assertThat(engine.lastAsked(SuggestRequest.class).size()).isEqualTo(10);
  }

  @Test
  void suggest_speaksToBrowsers() throws Exception {
    String host = "http://127.0.0.1:" + api.port();
    String body = body("/suggest?q=fl", "Accept", "application/x-suggestions+json");
    GoldenFile.assertMatches(
        "suggest-opensearch.json", body.replace(host, "http://search.example"));
    assertThat(body("/suggest?q=fl&format=opensearch")).isEqualTo(body);
    HttpResponse<String> response = api.get("/suggest?q=fl&format=opensearch");
    assertThat(header(response, "Content-Type")).isEqualTo("application/x-suggestions+json");
    assertThat(header(response, "Vary")).isEqualTo("Accept, Accept-Encoding");
  }

  @Test
  void suggest_canBeToldToSpeakPlainly() throws Exception {
    HttpResponse<String> response =
        api.get("/suggest?q=fl&format=json", "Accept", "application/x-suggestions+json");
    assertThat(header(response, "Content-Type")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/suggest", "/suggest?q=", "/suggest?q=%20"})
  void suggest_ofNothing_isEmpty(String path) throws Exception {
    assertThat(body(path)).isEqualTo("[]");
    assertThat(engine.asked()).isEmpty();
  }

  @Test
  void article_isWrittenAsAHit_withItsStory() throws Exception {
    GoldenFile.assertMatches("article.json", body(ITEM));
  }

  @ParameterizedTest
  @CsvSource({
    "/articles/ffffffffffffffffffffffff, problem-no-article.json",
    "/articles/ffffffffffffffffffffffff/similar, problem-no-article-similar.json",
    "/articles/FFFFFFFFFFFFFFFFFFFFFFFF, problem-no-id.json",
    "/articles/1, problem-short-id.json",
    "/facets/colour, problem-no-facet.json",
    "/facets/date, problem-facet-of-dates.json"
  })
  void whatThereIsNot_is404(String path, String golden) throws Exception {
    GoldenFile.assertMatches(golden, refusal(path, 404));
  }

  @Test
  void similar_asksWithTheFilters() throws Exception {
    assertThat(body(ITEM + "/similar?size=4&" + FILTERS)).startsWith("{\"hits\":[{\"id\":");
    assertThat(engine.lastAsked(SimilarRequest.class))
        .isEqualTo(new SimilarRequest(Answers.ID, CLIMATE_OF_TODAY, 4));
  }

  @Test
  void facet_asksForValues_withTheFilters() throws Exception {
    GoldenFile.assertMatches("facet.json", body("/facets/provider?q=nb&size=7&" + FILTERS));
    assertThat(engine.lastAsked(FacetSearchRequest.class))
        .isEqualTo(new FacetSearchRequest(FacetField.PROVIDER, "nb", CLIMATE_OF_TODAY, 7));
  }

  @Test
  void facet_withoutWords_asksForAllValues() throws Exception {
    body("/facets/tag");
    assertThat(engine.lastAsked(FacetSearchRequest.class))
        .isEqualTo(new FacetSearchRequest(FacetField.TAG, "", List.of(), 10));
  }

  @Test
  void feed_searchesNewestFirst_asTheWordsStand() throws Exception {
    body("/feed.atom?q=flood&size=5&sort=date&" + FILTERS);
    SearchRequest request = engine.lastRequest();
    assertThat(request.query()).isEqualTo(TextQueryParser.parse("flood"));
    assertThat(request.filters()).isEqualTo(CLIMATE_OF_TODAY);
    assertThat(request.sort()).isEqualTo(SortOrder.NEWEST);
    assertThat(request.page()).isEqualTo(new SearchRequest.Page(1, 5));
    assertThat(request.facets().fields()).isEmpty();
    assertThat(request.options()).isEqualTo(new SearchRequest.Options(false, false, false, false));
  }

  @Test
  void feed_foldsStories_andForgivesTypos_whereThatIsAsked() throws Exception {
    body("/feed.rss?q=flood&group=story&typos=auto");
    assertThat(engine.lastRequest().options())
        .isEqualTo(new SearchRequest.Options(true, true, false, false));
  }

  @ParameterizedTest
  @CsvSource({
    "/suggest?siz=1, siz, 'did you mean \\u0027size\\u0027?'",
    "/suggest?facets=x, facets, 'expected one of q, topic'",
    "/articles/0123456789abcdef01234567?q=x, q, expected none",
    "/articles/0123456789abcdef01234567/similar?q=x, q, 'expected one of topic, '",
    "/facets/topic?facets=x, facets, 'expected one of q, topic'",
    "/feed.atom?topics=x, topics, 'did you mean'",
    "/feed.json?cursor=x, cursor, 'expected one of q'",
    "/opensearch.xml?q=x, q, expected none"
  })
  void unknownParameter_isSaidOnEachRoute(String path, String name, String hint) throws Exception {
    assertThat(refusal(path, 400))
        .contains("\"code\":\"unknown-parameter\"", "\"parameter\":\"" + name + "\"")
        .contains(hint.replace("\\u0027", "'"));
  }

  @ParameterizedTest
  @CsvSource({
    "/suggest?q=x&size=21, size",
    "/suggest?q=x&size=0, size",
    "/suggest?q=x&format=xml, format",
    "/facets/topic?size=1001, size",
    "/articles/0123456789abcdef01234567/similar?size=101, size",
    "/articles/0123456789abcdef01234567/similar?from=yesterday, from",
    "/feed.atom?size=101, size",
    "/feed.atom?sort=relevance, sort",
    "/search?cursor=a.b, cursor"
  })
  void badValue_isNamed(String path, String parameter) throws Exception {
    assertThat(refusal(path, 400))
        .contains("\"code\":\"invalid-parameter\"", "\"parameter\":\"" + parameter + "\"");
    assertThat(engine.asked()).isEmpty();
  }

  @Test
  void cursorOfAnotherSearch_isABadParameter() throws Exception {
    engine.answer(_ -> {
      throw new InvalidCursorException("secret");
    });
    GoldenFile.assertMatches("problem-cursor.json", refusal("/search?q=x&cursor=abc", 400));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/suggest",
        ITEM,
        ITEM + "/similar",
        "/facets/topic",
        "/feed.json",
        "/opensearch.xml"
      })
  void otherMethod_is405(String path) throws Exception {
    HttpResponse<String> response = api.send("POST", path);
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(header(response, "Allow")).isEqualTo("GET, HEAD");
  }

  @Test
  void openSearch_tellsWhereToSearch() throws Exception {
    HttpResponse<String> response = api.get("/opensearch.xml");
    assertThat(header(response, "Content-Type")).isEqualTo("application/opensearchdescription+xml");
    GoldenFile.assertMatches(
        "opensearch.xml",
        response.body().replace("http://127.0.0.1:" + api.port(), "http://search.example"));
  }

  @Test
  void links_leadToWhereTheSettingsSay() throws Exception {
    var settings =
        new HttpSettings(
            "127.0.0.1",
            0,
            new HttpSettings.Site(
                "The <Harbor> Ledger & Post", Optional.of("https://ledger.example/find")),
            new HttpSettings.Sharing(Duration.ZERO, List.of()));
    try (var other = new RunningApi(engine, settings)) {
      assertThat(other.get("/opensearch.xml").body())
          .contains(
              "<ShortName>The &lt;Harbor&gt; Led</ShortName>",
              "template=\"https://ledger.example/find/?q={searchTerms}\"")
          .doesNotContain("127.0.0.1");
      assertThat(other.get("/feed.atom?q=x").body())
          .contains("href=\"https://ledger.example/find/feed.atom?q=x\"")
          .doesNotContain("127.0.0.1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: news.example\r\nX-Forwarded-Host: evil.example",
        "Host: news.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example"
      })
  void hostOfTheRequest_isBelieved_butNotThatOfAProxy(String headers) throws Exception {
    RawHttp.Answer answer =
        RawHttp.send(
            api.port(),
            "GET /opensearch.xml HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
    assertThat(answer.body())
        .contains("template=\"http://news.example/?q={searchTerms}\"")
        .doesNotContain("evil", "https://news");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Host: \"><script>alert(1)</script>", "Host: a'b", "Host: a%22b", "Host: a,b"})
  void hostThatIsNone_isNotRepeated(String host) throws Exception {
    RawHttp.Answer answer =
        RawHttp.send(
            api.port(),
            "GET /opensearch.xml HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n");
    assertThat(answer.status()).isIn(200, 400);
    if (answer.status() == 200) {
      assertThat(answer.body()).contains("template=\"http://127.0.0.1:" + api.port() + "/");
    }
  }
}
