package dev.broadsheet.http;

import static dev.broadsheet.http.RunningApi.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.Suggestion;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers and proxies are told, so that they can keep answers. */
class CachingTest {
  private static final String SEARCH = "/search?q=facebook";
  private static final String ITEM = "/articles/0123456789abcdef01234567";

  private final RecordingEngine engine = new RecordingEngine();
  private RunningApi api;

  @BeforeEach
  void start() {
    engine.hold(Answers.fullHit());
    engine.suggest(
        new Suggestion(
            Suggestion.Kind.QUERY,
            "facebook",
            "<mark>f</mark>acebook",
            7,
            Optional.empty(),
            Optional.empty()));
    api = new RunningApi(engine);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private String tag(String path, String... headers) throws Exception {
    return header(api.get(path, headers), "ETag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SEARCH,
        "/",
        "/?q=facebook",
        "/suggest?q=f",
        "/suggest?q=f&format=opensearch",
        ITEM,
        ITEM + "/similar",
        "/facets/topic?q=f",
        "/feed.atom?q=f",
        "/feed.rss?q=f",
        "/feed.json?q=f",
        "/opensearch.xml"
      })
  void everyRoute_canBeAskedAgainByItsTag(String path) throws Exception {
    HttpResponse<String> first = api.get(path);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(header(first, "ETag")).matches("\"g1\\.1-[A-Za-z0-9_-]{16}\"");
    assertThat(header(first, "Cache-Control")).isEqualTo("public, max-age=0, must-revalidate");
    engine.asked().clear();
    for (String method : List.of("GET", "HEAD")) {
      HttpResponse<String> again = api.send(method, path, "If-None-Match", header(first, "ETag"));
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      for (String name : List.of("ETag", "Cache-Control", "Vary")) {
        assertThat(header(again, name)).isEqualTo(header(first, name));
      }
      assertThat(again.headers().firstValue("Content-Type")).isEmpty();
      assertThat(again.headers().firstValue("Content-Encoding")).isEmpty();
    }
    assertThat(engine.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/%s", "\"other\", %s", "\"other\",W/%s , \"third\""})
  void tagIsComparedWeakly_andFoundInALists(String form) throws Exception {
    HttpResponse<String> again =
        api.get(SEARCH, "If-None-Match", String.format(Locale.ROOT, form, tag(SEARCH)));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void star_matchesWhatThereIs_andNotWhatThereIsNot() throws Exception {
    assertThat(api.get(ITEM, "If-None-Match", "*").statusCode()).isEqualTo(304);
    assertThat(api.get("/articles/ffffffffffffffffffffffff", "If-None-Match", "*").statusCode())
        .isEqualTo(404);
  }

  @Test
  void newIndex_hasANewTag() throws Exception {
    String before = tag(SEARCH);
    engine.publish("g1.2");
    HttpResponse<String> again = api.get(SEARCH, "If-None-Match", before);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(header(again, "ETag")).isNotEqualTo(before).startsWith("\"g1.2-");
  }

  @Test
  void answerOfANewerIndex_hasThatIndexesTag() throws Exception {
    engine.answer(_ -> {
      engine.publish("g1.3");
      return Answers.full();
    });
    assertThat(tag(SEARCH)).startsWith("\"g1.3-");
  }

  @ParameterizedTest
  @CsvSource({
    "/search?q=facebook&size=5",
    "/search?q=facebook&typos=off",
    "/search?q=facebook&prefix=true",
    "/search?q=facebook%20",
    "/search?q=Facebook",
    "/?q=facebook",
    "/suggest?q=facebook",
    "/feed.atom?q=facebook"
  })
  void otherRequest_hasAnotherTag(String path) throws Exception {
    assertThat(tag(path)).isNotEqualTo(tag(SEARCH));
  }

  @Test
  void orderOfParameters_meansNothing() throws Exception {
    assertThat(tag("/search?q=a&topic=b&size=3")).isEqualTo(tag("/search?size=3&topic=b&q=a"));
  }

  @Test
  void relativeDate_countsAsWhatItStandsFor() throws Exception {
    String relative = tag("/facets/topic?from=now-1d");
    assertThat(relative).isEqualTo(tag("/facets/topic?from=2026-01-30T12:00:00Z"));
  }

  @Test
  void compressedAnswer_hasATagOfItsOwn() throws Exception {
    HttpResponse<String> plain = api.get(SEARCH);
    HttpResponse<String> packed = api.get(SEARCH, "Accept-Encoding", "gzip");
    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(packed, "ETag")).isNotEqualTo(header(plain, "ETag"));
    String tag = header(packed, "ETag");
    HttpResponse<String> again = api.get(SEARCH, "Accept-Encoding", "gzip", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(header(again, "ETag")).isEqualTo(tag);
    assertThat(api.get(SEARCH, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search?size=x", "/nothing", "/articles/ffffffffffffffffffffffff"})
  void problem_isNotKept(String path) throws Exception {
    HttpResponse<String> response = api.get(path, "If-None-Match", "*");
    assertThat(response.statusCode()).isIn(400, 404);
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(response.headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void maxAge_isASetting() throws Exception {
    var settings =
        new HttpSettings(
            "127.0.0.1",
            0,
            HttpSettings.Site.DEFAULT,
            new HttpSettings.Sharing(Duration.ofMinutes(5), List.of()));
    try (var other = new RunningApi(engine, settings)) {
      assertThat(header(other.get(SEARCH), "Cache-Control"))
          .isEqualTo("public, max-age=300, must-revalidate");
    }
  }
}
