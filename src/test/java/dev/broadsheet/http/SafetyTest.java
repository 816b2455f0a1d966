package dev.broadsheet.http;

import static dev.broadsheet.http.RunningApi.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.SearchTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every answer tells browsers, and how a search that takes too long is told of. */
class SafetyTest {
  private static final RecordingEngine ENGINE = new RecordingEngine();
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api = new RunningApi(ENGINE);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @BeforeEach
  void answer() {
    ENGINE.answer(_ -> Answers.full());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /search, 200",
    "HEAD, /search, 200",
    "GET, /suggest?q=x, 200",
    "GET, /articles/000000000000000000000000, 404",
    "GET, /feed.atom, 200",
    "GET, /opensearch.xml, 200",
    "GET, /search?nonsense=1, 400",
    "POST, /search, 405",
    "OPTIONS, /search, 405",
    "GET, /nothing, 404",
    "GET, /nothing%, 400"
  })
  void everyAnswer_saysThatNothingRuns(String method, String path, int status) throws Exception {
    RawHttp.Answer answer =
        RawHttp.send(
            api.port(), method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer.status()).isEqualTo(status);
    SafetyHeaders.ALL.forEach((name, value) -> assertThat(answer.header(name)).contains(value));
  }

  @Test
  void answerThatDidNotChange_saysItToo() throws Exception {
    String tag = header(api.get("/search"), "ETag");
    HttpResponse<String> response = api.get("/search", "If-None-Match", tag);
    assertThat(response.statusCode()).isEqualTo(304);
    SafetyHeaders.ALL.forEach((name, value) -> assertThat(header(response, name)).isEqualTo(value));
  }

  @Test
  void page_runsItsOwnScriptsOnly() throws Exception {
    HttpResponse<String> page = api.get("/");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @CsvSource({"/broadsheet.js", "/broadsheet.css", "/broadsheet.svg"})
  void component_mayBeTakenByOtherSites(String path) throws Exception {
    HttpResponse<String> file = api.get(path);
    assertThat(header(file, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void searchThatTakesTooLong_is503() throws Exception {
    ENGINE.answer(_ -> {
      throw new SearchTimeoutException(Duration.ofMillis(1_500));
    });
    HttpResponse<String> response = api.get("/search?q=a*");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(header(response, "Retry-After")).isEqualTo("1");
    GoldenFile.assertMatches("problem-search-timeout.json", response.body());
    HttpResponse<String> page = api.get("/?q=a*");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("This search takes too long", "1500 ms");
  }
}
