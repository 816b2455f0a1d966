package dev.broadsheet.http;

import static dev.broadsheet.http.RunningApi.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that ask too often, as proxies on this machine tell of them. */
class ClientLimitTest {
  private static final int BURST = 3;
  private static RunningApi api;

  @BeforeAll
  static void start() {
    api = start(List.of(AddressRange.of("127.0.0.0/8")));
  }

  private static RunningApi start(List<AddressRange> proxies) {
    var clients =
        new HttpSettings.Clients(
            new HttpSettings.Rate(1, BURST), proxies, HttpSettings.Connections.DEFAULT);
    return new RunningApi(
        new RecordingEngine(), new HttpSettings("127.0.0.1", 0).withClients(clients));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static HttpResponse<String> ask(String client) throws Exception {
    return api.get("/search?q=x", "X-Forwarded-For", client);
  }

  /** Asks until it is refused, which it is sooner or later. */
  private static HttpResponse<String> askTooOften(String path, String client) throws Exception {
    HttpResponse<String> response;
    int answered = -1;
    do {
      response = api.get(path, "X-Forwarded-For", client);
      answered++;
    } while (response.statusCode() == 200 && answered < 1_000);
    assertThat(answered).isGreaterThanOrEqualTo(BURST);
    return response;
  }

  @Test
  void tooManyRequests_are429() throws Exception {
    HttpResponse<String> response = askTooOften("/search?q=x", "192.0.2.1");
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(header(response, "Retry-After")).isEqualTo("1");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    GoldenFile.assertMatches("problem-rate.json", response.body());
  }

  @Test
  void tooManyPages_areAPageThatSaysSo() throws Exception {
    HttpResponse<String> response = askTooOften("/?q=x", "192.0.2.2");
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(header(response, "Content-Type")).startsWith("text/html");
    assertThat(response.body()).contains("many searches at once", "Try again");
  }

  @Test
  void otherClients_areAnswered() throws Exception {
    askTooOften("/search?q=x", "192.0.2.3");
    assertThat(ask("192.0.2.4").statusCode()).isEqualTo(200);
  }

  @Test
  void whatNeedsNoSearch_isNotCounted() throws Exception {
    for (int i = 0; i < 3 * BURST; i++) {
      assertThat(api.get("/broadsheet.css", "X-Forwarded-For", "192.0.2.9").statusCode())
          .isEqualTo(200);
    }
    assertThat(ask("192.0.2.9").statusCode()).isEqualTo(200);
  }

  @Test
  void thisMachine_isNotLimited() throws Exception {
    for (int i = 0; i < 3 * BURST; i++) {
      assertThat(api.get("/search?q=x").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void headerOfNoProxy_isNotBelieved() throws Exception {
    try (RunningApi other = start(List.of())) {
      for (int i = 0; i < 3 * BURST; i++) {
        assertThat(other.get("/search?q=x", "X-Forwarded-For", "192.0.2.5").statusCode())
            .isEqualTo(200);
      }
    }
  }
}
