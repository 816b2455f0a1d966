package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRequestTest {
  private static HttpApi api;

  @BeforeAll
  static void start() {
    api = HttpApi.start(new RecordingEngine(), new HttpSettings("127.0.0.1", 0), Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET\r\n\r\n",
        "GET /search HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET /search?q=a b HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /search HTTP/1.1\r\n\r\n",
        "GET /search HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET /search HTTP/1.1\r\nHost: x:99999999\r\n\r\n",
        "GET /search HTTP/1.1\r\nHost: x\r\nBad Header: x\r\n\r\n",
        "GET /search HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
        "G\u0000T /search HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET http://[bad/search HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET ?q=x HTTP/1.1\r\nHost: x\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"
      })
  void malformedRequest_isAProblem(String request) throws IOException {
    RawHttp.Answer answer = RawHttp.send(api.port(), request);
    assertThat(answer.status()).isBetween(400, 499);
    assertProblem(answer);
  }

  @Test
  void bodyOfAGet_isPassedOver() throws IOException {
    RawHttp.Answer answer =
        RawHttp.send(
            api.port(),
            "GET /search HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc");
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void longHeaders_are431() throws IOException {
    RawHttp.Answer answer =
        RawHttp.send(
            api.port(),
            "GET /search HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(70_000) + "\r\n\r\n");
    assertThat(answer.status()).isEqualTo(431);
    assertProblem(answer);
  }

  @Test
  void longAddress_is414() throws IOException {
    RawHttp.Answer answer = RawHttp.get(api.port(), "/search?q=" + "x".repeat(70_000));
    assertThat(answer.status()).isEqualTo(414);
    assertProblem(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "/search/, 200",
    "//search, 404",
    "/search%00, 400",
    "/search%2f, 404",
    "/search;a=b, 404",
    "/SEARCH, 404",
    "/./search, 404",
    "/x/../search, 404",
    "/%73earch, 404",
    "/search%, 400",
    "/search%ZZ, 400",
    "/articles/%u0041, 400",
    "/search?q=%u0041, 400",
    "/%2e%2e/search, 400",
    "/%E8, 400",
    "/../search, 400",
    "*, 400",
    "/, 200",
    "/search/../../etc/passwd, 400",
    "/search\\, 400",
    "/search?, 200",
    "/search??q=x, 400",
    "/search#x, 200"
  })
  void oddPath_isAnAnswerOrAProblem(String path, int status) throws IOException {
    RawHttp.Answer answer = RawHttp.get(api.port(), path);
    assertThat(answer.status()).isEqualTo(status);
    if (status != 200) {
      assertProblem(answer);
    }
  }

  @Test
  void bytesThatAreNotEncoded_areReadAsUtf8() throws IOException {
    RawHttp.Answer answer = RawHttp.get(api.port(), "/search?q=\u00c3\u00a9");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("{\"q\":\"é\"}");
  }

  @Test
  void bytesThatAreNotUtf8_areAProblem() throws IOException {
    RawHttp.Answer answer = RawHttp.get(api.port(), "/search?q=\u00e8");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"bad-encoding\"");
    assertProblem(answer);
  }

  @Test
  void markup_isNeverSentAsAPage() throws IOException {
    RawHttp.Answer answer =
        RawHttp.send(
            api.port(),
            "GET /<script>?<b>=1 HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
    assertThat(answer.status()).isIn(400, 404);
    assertProblem(answer);
  }

  private static void assertProblem(RawHttp.Answer answer) {
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.body())
        .startsWith("{\"type\":\"urn:problem-type:broadsheet:")
        .contains("\"status\":" + answer.status(), "\"detail\":", "\"code\":");
  }
}
