package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.HostileRequests;
import dev.broadsheet.fixture.RawConnection;
import dev.broadsheet.fixture.Thorough;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ten times as many clients as it can answer or let wait, each asking without a pause. Prints
 * figures; {@code -Dload.seconds=20} measures for longer than usual.
 */
@Timeout(180)
@Thorough
class TenTimesLoadTest {
  private static final int SECONDS = Integer.getInteger("load.seconds", 2);
  private static final int RUNNING = 2;
  private static final int WAITING = 16;
  private static final HostileRequests.Request REQUEST =
      new HostileRequests.Request("GET /search?q=x HTTP/1.1\r\nHost: x\r\n\r\n", true, true);

  private final RecordingEngine engine = new RecordingEngine();

  /** Work of a fixed size, as a search is: it holds the processor. */
  private static void work() {
    long end = System.nanoTime() + Duration.ofMillis(2).toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** What some clients got. */
  private record Burst(int clients, double answered, double refused, Duration slowest) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d clients: %.0f answers a second, p99 %d ms, %.0f refused a second",
          clients,
          answered,
          slowest.toMillis(),
          refused);
    }
  }

  private static Burst burst(int port, int clients, Duration time) throws Exception {
    var refused = new AtomicInteger();
    var latencies = new ConcurrentLinkedQueue<Long>();
    long end = System.nanoTime() + time.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> asking = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        asking.add(
            threads.submit(() -> {
              ask(port, end, refused, latencies);
              return null;
            }));
      }
      for (Future<?> each : asking) {
        each.get();
      }
    }
    List<Long> sorted = latencies.stream().sorted().toList();
    return new Burst(
        clients,
        (double) sorted.size() / time.toSeconds(),
        (double) refused.get() / time.toSeconds(),
        Duration.ofNanos(sorted.get(sorted.size() * 99 / 100)));
  }

  private static void ask(
      int port, long end, AtomicInteger refused, ConcurrentLinkedQueue<Long> latencies)
      throws IOException {
    try (var connection = new RawConnection(port)) {
      while (System.nanoTime() < end) {
        long begin = System.nanoTime();
        RawConnection.Answer answer = connection.send(REQUEST).getFirst();
        if (answer.status() == 200) {
          latencies.add(System.nanoTime() - begin);
        } else {
          assertThat(answer.status()).isEqualTo(503);
          assertThat(answer.head()).contains("Retry-After: 1");
          refused.incrementAndGet();
        }
      }
    }
  }

  @Test
  void tooMuch_isTurnedAway_andTheRestAnswered() throws Exception {
    engine.answer(_ -> {
      work();
      return Answers.empty();
    });
    var settings =
        new HttpSettings(
            "127.0.0.1",
            0,
            HttpSettings.Site.DEFAULT,
            HttpSettings.Sharing.DEFAULT,
            new HttpSettings.Load(RUNNING, WAITING, Duration.ofSeconds(1)));
    try (var api = new RunningApi(engine, settings)) {
      int most = RUNNING + WAITING;
      int carried = RUNNING + WAITING / 2;
      Duration time = Duration.ofSeconds(SECONDS);
      burst(api.port(), carried, time);
      Burst best = burst(api.port(), carried, time);
      Burst tenTimes = burst(api.port(), 10 * most, time);
      System.out.println("TenTimesLoadTest: " + best + "; " + tenTimes);
      assertThat(best.refused()).isZero();
      assertThat(tenTimes.refused()).isPositive();
      assertThat(tenTimes.answered()).isPositive();
      assertThat(api.get("/search?q=x").statusCode()).isEqualTo(200);
    }
  }
}
