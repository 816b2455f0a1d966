package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.broadsheet.search.SearchEngineException;
import dev.broadsheet.search.TextQueryParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiTest {
  private static final HttpSettings ANY_PORT = new HttpSettings("127.0.0.1", 0);

  private final RecordingEngine engine = new RecordingEngine();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpApi api;

  @BeforeEach
  void start() {
    api = HttpApi.start(engine, ANY_PORT, Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    client.close();
    api.close();
  }

  @Test
  void search_answersJson() throws Exception {
    HttpResponse<String> response = get("/search?q=facebook&topic=AI");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualTo("application/json");
    assertThat(response.body())
        .startsWith("{\"query\":{\"q\":\"facebook\",\"topic\":[\"AI\"]},\"total\":7,")
        .contains("\"excerpt\":\"An excerpt.\"", "🎉");
  }

  @Test
  void search_asksTheEngineForWhatWasGiven() throws Exception {
    get("/search?q=%22a+b%22+c&size=3");
    assertThat(engine.lastRequest().query()).isEqualTo(TextQueryParser.parse("\"a b\" c"));
    assertThat(engine.lastRequest().page().size()).isEqualTo(3);
  }

  @Test
  void everyAnswer_forbidsSniffing_andHidesTheServer() throws Exception {
    for (String path : new String[] {"/search", "/search?size=x", "/nothing"}) {
      HttpResponse<String> response = get(path);
      assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(response.headers().firstValue("Server")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/search?size=x, 400, problem-invalid.json",
    "/search?topics=AI, 400, problem-unknown.json",
    "/search?mode=hybrid, 400, problem-not-offered.json",
    "/search?q=a&q=b, 400, problem-repeated.json",
    "/search?topic=%25ZZ%ZZ, 400, problem-encoding.json",
    "/nothing?q=%3Cscript%3E, 404, problem-not-found.json"
  })
  void problem_hasItsForm(String path, int status, String golden) throws Exception {
    String body = body(path, status);
    GoldenFile.assertMatches(golden, body);
  }

  private String body(String path, int status) throws Exception {
    RawHttp.Answer answer = RawHttp.get(api.port(), path);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    return answer.body();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO", "BEFORE", "get"})
  void otherMethod_is405_andSaysWhichThereAre(String method) throws Exception {
    RawHttp.Answer answer =
        RawHttp.send(
            api.port(),
            method
                + " /search?q=x HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET, HEAD");
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"method-not-allowed\"");
    assertThat(engine.asked()).isEmpty();
  }

  @Test
  void postWithABody_is405() throws Exception {
    HttpResponse<String> response =
        client.send(
            request("/search").POST(BodyPublishers.ofString("q=x".repeat(10_000))).build(),
            BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({"/search?q=x,identity", "/search?q=x,gzip", "/search?size=x,gzip", "/nothing,gzip"})
  void head_hasTheHeadersOfGet_andNoBody(String path, String encoding) throws Exception {
    HttpResponse<byte[]> got = encoded(request(path).GET(), encoding);
    HttpResponse<byte[]> head =
        encoded(request(path).method("HEAD", BodyPublishers.noBody()), encoding);
    assertThat(head.statusCode()).isEqualTo(got.statusCode());
    assertThat(head.body()).isEmpty();
    for (String name : new String[] {"Content-Type", "Content-Encoding", "Vary"}) {
      assertThat(head.headers().firstValue(name)).isEqualTo(got.headers().firstValue(name));
    }
    assertThat(head.headers().firstValueAsLong("Content-Length")).isPresent();
  }

  @Test
  void head_tellsTheLengthOfTheBody() throws Exception {
    byte[] got = encoded(request("/search?size=x").GET(), "identity").body();
    HttpResponse<byte[]> head =
        encoded(request("/search?size=x").method("HEAD", BodyPublishers.noBody()), "identity");
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(got.length);
  }

  @Test
  void answer_isCompressed_whereThatIsAsked() throws Exception {
    HttpResponse<byte[]> response = encoded(request("/search?q=x").GET(), "br, gzip;q=0.5");
    assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(unzipped(response.body())).startsWith("{\"query\":{\"q\":\"x\"}");
  }

  @Test
  void longProblem_isCompressed_whereThatIsAsked() throws Exception {
    HttpResponse<byte[]> response = encoded(request("/" + "x".repeat(2_000)).GET(), "gzip");
    assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
    assertThat(unzipped(response.body())).contains("not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "br", "gzip;q=0", "gzip; q=0.0, *", "*;q=0"})
  void answer_isNotCompressed_whereThatIsNotAsked(String encoding) throws Exception {
    HttpResponse<byte[]> response = encoded(request("/search").GET(), encoding);
    assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).startsWith("{");
  }

  @Test
  void engineInTrouble_is503() throws Exception {
    engine.answer(_ -> {
      throw new SearchEngineException("disk secret");
    });
    HttpResponse<String> response = get("/search");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(header(response, "Retry-After")).isEqualTo("1");
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.body()).contains("service-unavailable").doesNotContain("secret");
  }

  @Test
  void bug_is500_andTellsNothing() throws Exception {
    engine.answer(_ -> {
      throw new IllegalStateException("secret");
    });
    HttpResponse<String> response = get("/search");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.body()).contains("internal-server-error").doesNotContain("secret");
  }

  @Test
  void error_is500_andTellsNothing() throws Exception {
    engine.answer(_ -> {
      throw new StackOverflowError("secret");
    });
    HttpResponse<String> response = get("/search");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.body()).contains("internal-server-error").doesNotContain("secret");
  }

  @Test
  void longestQuery_fitsIntoTheRequestLine() throws Exception {
    assertThat(get("/search?q=" + "%F0%9F%8E%89".repeat(1_000)).statusCode()).isEqualTo(200);
  }

  @Test
  void stop_letsRunningRequestsFinish() throws Exception {
    var running = new CountDownLatch(1);
    var released = new CountDownLatch(1);
    engine.answer(_ -> {
      running.countDown();
      await(released);
      return Answers.empty();
    });
    CompletableFuture<HttpResponse<String>> response =
        client.sendAsync(request("/search").build(), BodyHandlers.ofString());
    await(running);
    int port = api.port();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(api::close);
    awaitRefusal(port);
    assertThat(stopped).isNotDone();
    released.countDown();
    assertThat(response.get().statusCode()).isEqualTo(200);
    stopped.get();
  }

  @Test
  void takenPort_isSaid() {
    assertThatExceptionOfType(HttpStartException.class)
        .isThrownBy(() ->
            HttpApi.start(engine, new HttpSettings("127.0.0.1", api.port()), Clock.systemUTC()))
        .withMessageStartingWith("can't listen at port " + api.port() + " of 127.0.0.1: ");
  }

  @Test
  void unknownHost_isSaid() {
    assertThatExceptionOfType(HttpStartException.class)
        .isThrownBy(
            () -> HttpApi.start(engine, new HttpSettings("host.invalid", 0), Clock.systemUTC()))
        .withMessageStartingWith("can't listen at port 0 of host.invalid: ");
  }

  /** Returns when the server takes no more connections. */
  private static void awaitRefusal(int port) throws InterruptedException {
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        Thread.sleep(10);
      } catch (IOException refused) {
        return;
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(api.url() + path));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<byte[]> encoded(HttpRequest.Builder request, String encoding)
      throws IOException, InterruptedException {
    return client.send(
        request.header("Accept-Encoding", encoding).build(), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("(none)");
  }

  private static String unzipped(byte[] body) throws IOException {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
