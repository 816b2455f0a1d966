package dev.broadsheet.http;

import static dev.broadsheet.http.RunningApi.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
  private static final String SITE = "https://news.example";

  private static RunningApi api(String... origins) {
    return new RunningApi(
        new RecordingEngine(),
        new HttpSettings(
            "127.0.0.1",
            0,
            HttpSettings.Site.DEFAULT,
            new HttpSettings.Sharing(Duration.ZERO, List.of(origins))));
  }

  private static RawHttp.Answer preflight(RunningApi api, String origin) throws IOException {
    return RawHttp.send(
        api.port(),
        "OPTIONS /search?q=x HTTP/1.1\r\nHost: x\r\nOrigin: "
            + origin
            + "\r\nAccess-Control-Request-Method: GET\r\n"
            + "Access-Control-Request-Headers: if-none-match\r\nConnection: close\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search?q=x", "/search?size=x", "/nothing", "/feed.atom"})
  void originOfTheList_mayReadAnswersAndProblems(String path) throws Exception {
    try (RunningApi api = api("https://other.example", SITE)) {
      HttpResponse<String> response = get(api, path, SITE);
      assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo(SITE);
      assertThat(header(response, "Access-Control-Expose-Headers")).isEqualTo("ETag, Retry-After");
      assertThat(header(response, "Vary")).contains("Origin");
      assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }
  }

  @Test
  void notModified_mayBeReadToo() throws Exception {
    try (RunningApi api = api(SITE)) {
      String tag = header(api.get("/search"), "ETag");
      RawHttp.Answer again =
          RawHttp.send(
              api.port(),
              "GET /search HTTP/1.1\r\nHost: x\r\nOrigin: "
                  + SITE
                  + "\r\nIf-None-Match: "
                  + tag
                  + "\r\nConnection: close\r\n\r\n");
      assertThat(again.status()).isEqualTo(304);
      assertThat(again.header("Access-Control-Allow-Origin")).contains(SITE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://news.example",
        "https://news.example.evil",
        "null"
      })
  void otherOrigin_mayNot_andAnswersSayThatTheyDependOnIt(String origin) throws Exception {
    try (RunningApi api = api(SITE)) {
      HttpResponse<String> response = get(api, "/search", origin);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
      assertThat(header(response, "Vary")).isEqualTo("Origin, Accept-Encoding");
      assertThat(preflight(api, origin).status()).isEqualTo(405);
    }
  }

  @Test
  void anyOrigin_mayRead_whereTheSettingIsAStar() throws Exception {
    try (RunningApi api = api("*")) {
      HttpResponse<String> response = get(api, "/search", SITE);
      assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
    }
  }

  @Test
  void preflight_isAnsweredWithoutABody() throws Exception {
    try (RunningApi api = api(SITE)) {
      RawHttp.Answer answer = preflight(api, SITE);
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.body()).isEmpty();
      assertThat(answer.header("Access-Control-Allow-Origin")).contains(SITE);
      assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET, HEAD");
      assertThat(answer.header("Access-Control-Allow-Headers")).contains("*");
      assertThat(answer.header("Access-Control-Max-Age")).isPresent();
    }
  }

  @Test
  void optionsThatAreNoPreflight_areNotAllowed() throws Exception {
    try (RunningApi api = api(SITE)) {
      RawHttp.Answer answer =
          RawHttp.send(
              api.port(),
              "OPTIONS /search HTTP/1.1\r\nHost: x\r\nOrigin: "
                  + SITE
                  + "\r\nConnection: close\r\n\r\n");
      assertThat(answer.status()).isEqualTo(405);
    }
  }

  @Test
  void whatJettyRefuses_mayBeReadToo() throws Exception {
    try (RunningApi api = api(SITE)) {
      RawHttp.Answer answer =
          RawHttp.send(
              api.port(),
              "GET /search%ZZ HTTP/1.1\r\nHost: x\r\nOrigin: "
                  + SITE
                  + "\r\nConnection: close\r\n\r\n");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.header("Cache-Control")).contains("no-store");
      assertThat(answer.header("Content-Type")).contains("application/problem+json");
    }
  }

  @Test
  void withoutTheSetting_nobodyMay() throws Exception {
    try (RunningApi api = api()) {
      HttpResponse<String> response = get(api, "/search", SITE);
      assertThat(response.headers().map().keySet())
          .noneMatch(name -> name.startsWith("access-control-"));
      assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
      assertThat(preflight(api, SITE).status()).isEqualTo(405);
    }
  }

  private static HttpResponse<String> get(RunningApi api, String path, String origin)
      throws IOException, InterruptedException {
    return api.get(path, "Origin", origin);
  }
}
