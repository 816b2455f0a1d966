package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a stop does to requests that are under way. */
@Timeout(60)
class StoppingTest {
  private static final HttpSettings SETTINGS = new HttpSettings("127.0.0.1", 0);

  private final RecordingEngine engine = new RecordingEngine();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void release() {
    released.countDown();
  }

  private HttpApi start(HttpSettings settings) {
    engine.answer(_ -> {
      begun.countDown();
      try {
        released.await();
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
      return Answers.empty();
    });
    return HttpApi.start(engine, settings, Clock.systemUTC());
  }

  private static Socket ask(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(30_000);
    socket
        .getOutputStream()
        .write("GET /search HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private static CompletableFuture<Duration> close(HttpApi api) {
    Instant begin = Instant.now();
    return CompletableFuture.supplyAsync(() -> {
      api.close();
      return Duration.between(begin, Instant.now());
    });
  }

  private static boolean takesConnections(int port) {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static void awaitNoMoreConnections(int port) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(20);
    while (takesConnections(port)) {
      assertThat(Instant.now()).as("no connection is taken any more").isBefore(end);
      Thread.sleep(10);
    }
  }

  @Test
  void runningRequest_isAnswered_andNoNewOneTaken() throws Exception {
    HttpApi api = start(SETTINGS);
    int port = api.port();
    try (Socket running = ask(port)) {
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<Duration> closing = close(api);
      awaitNoMoreConnections(port);
      // Longer than idle connections are left open by then: this one is not idle.
      Thread.sleep(1_500);
      assertThat(closing).isNotDone();
      released.countDown();
      String answer = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("}");
      assertThat(closing.join()).isLessThan(SETTINGS.stopTimeout());
    }
    assertThat(engine.asked()).hasSize(1);
  }

  @Test
  void requestThatDoesNotEnd_isNotWaitedForForEver() throws Exception {
    HttpApi api = start(SETTINGS.withStopTimeout(Duration.ofSeconds(1)));
    try (Socket _ = ask(api.port())) {
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(close(api).get(30, TimeUnit.SECONDS)).isGreaterThan(Duration.ofMillis(900));
    }
  }
}
