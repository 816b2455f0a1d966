package dev.broadsheet.http;

import static dev.broadsheet.http.RunningApi.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.SearchResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when more is asked than can be answered. */
class OverloadTest {
  private static final Duration FOREVER = Duration.ofHours(1);

  private final RecordingEngine engine = new RecordingEngine();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
  private RunningApi api = new RunningApi(engine);

  @AfterEach
  void stop() {
    released.countDown();
    sent.forEach(CompletableFuture::join);
    api.close();
  }

  private void start(int running, int waiting, Duration longestWait) {
    api.close();
    api =
        new RunningApi(
            engine,
            new HttpSettings(
                "127.0.0.1",
                0,
                HttpSettings.Site.DEFAULT,
                HttpSettings.Sharing.DEFAULT,
                new HttpSettings.Load(running, waiting, longestWait)));
  }

  /** Lets no search end before it is released. */
  private void block() {
    engine.answer(_ -> {
      begun.countDown();
      await(released);
      return Answers.empty();
    });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private CompletableFuture<HttpResponse<String>> send(int number) {
    CompletableFuture<HttpResponse<String>> response =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return api.get("/search?q=" + number);
              } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
              }
            },
            task -> Thread.ofVirtual().start(task));
    sent.add(response);
    return response;
  }

  /** Sends three where one can run and one can wait, and gives the answer to the one too many. */
  private HttpResponse<?> oneTooMany() {
    block();
    var _ = send(0);
    // One that is not begun yet waits, and takes the place of another.
    await(begun);
    return (HttpResponse<?>) CompletableFuture.anyOf(send(1), send(2)).join();
  }

  @Test
  void oneTooMany_isTurnedAwayAtOnce() throws Exception {
    start(1, 1, FOREVER);
    HttpResponse<?> response = oneTooMany();
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(header(response, "Retry-After")).isEqualTo("1");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    GoldenFile.assertMatches("problem-overloaded.json", response.body().toString());
  }

  @Test
  void thoseThatWait_areAnswered() {
    start(1, 1, FOREVER);
    oneTooMany();
    released.countDown();
    assertThat(sent)
        .extracting(response -> response.join().statusCode())
        .containsExactlyInAnyOrder(200, 200, 503);
  }

  @Test
  void oneTurnedAway_isNotSearched() {
    start(1, 1, FOREVER);
    oneTooMany();
    released.countDown();
    sent.forEach(CompletableFuture::join);
    assertThat(engine.asked()).hasSize(2);
  }

  @Test
  void oneThatWaitsTooLong_isTurnedAway_andNotSearched() throws Exception {
    start(1, 10, Duration.ofMillis(30));
    block();
    var first = send(1);
    await(begun);
    HttpResponse<String> second = api.get("/search?q=y");
    assertThat(second.statusCode()).isEqualTo(503);
    assertThat(header(second, "Retry-After")).isEqualTo("1");
    assertThat(second.body()).contains("\"code\":\"overloaded\"", "30 ms");
    released.countDown();
    assertThat(first.join().statusCode()).isEqualTo(200);
    assertThat(engine.asked()).hasSize(1);
  }

  @Test
  void oneThatRunsForLongerThanItMayWait_isAnswered() {
    start(1, 1, Duration.ofSeconds(1));
    block();
    var response = send(1);
    await(begun);
    pause(Duration.ofMillis(1_100));
    released.countDown();
    assertThat(response.join().statusCode()).isEqualTo(200);
  }

  @Test
  void noMoreRun_thanTheSettingsSay() {
    start(2, 100, FOREVER);
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    engine.answer(_ -> {
      most.accumulateAndGet(running.incrementAndGet(), Math::max);
      pause(Duration.ofMillis(20));
      running.decrementAndGet();
      return Answers.empty();
    });
    List<CompletableFuture<HttpResponse<String>>> ten =
        IntStream.range(0, 10).mapToObj(this::send).toList();
    assertThat(ten).extracting(response -> response.join().statusCode()).containsOnly(200);
    assertThat(most).hasValue(2);
  }

  @Test
  void whatNeedsNoSearch_doesNotWait() throws Exception {
    start(1, 1, FOREVER);
    String tag = header(api.get("/search?q=known"), "ETag");
    oneTooMany();
    assertThat(api.get("/search?q=known", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(api.get("/search?size=x").statusCode()).isEqualTo(400);
    assertThat(api.get("/nothing").statusCode()).isEqualTo(404);
    assertThat(api.get("/opensearch.xml").statusCode()).isEqualTo(200);
    assertThat(api.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(api.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(api.get("/metrics").body())
        .contains(
            "broadsheet_answers_running 1.0\n",
            "broadsheet_answers_waiting 1.0\n",
            "broadsheet_problems_total{code=\"overloaded\"} 1.0\n");
  }

  @Test
  void clientThatDoesNotRead_holdsUpNoOther() throws Exception {
    start(1, 100, FOREVER);
    SearchResult large = Answers.bare("x".repeat(20_000_000));
    engine.answer(request -> request.page().size() == 1 ? large : Answers.empty());
    try (var _ = unread("/search?size=1");
        var _ = unread("/search?size=1")) {
      while (engine.asked().size() < 2) {
        pause(Duration.ofMillis(5));
      }
      assertThat(api.get("/search").statusCode()).isEqualTo(200);
    }
  }

  /** Asks for something and reads nothing of the answer, which is more than the network holds. */
  private Socket unread(String target) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(1_024);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.port()));
    socket
        .getOutputStream()
        .write(("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
