package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ExampleSite;
import dev.broadsheet.fixture.HostileRequests;
import dev.broadsheet.fixture.RawConnection;
import dev.broadsheet.fixture.Thorough;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests by a grammar of hostile ones, over raw sockets to a server with a real index: {@code
 * -Dfuzz.requests=1000000} sends more than usual, {@code -Dfuzz.seed=…} the same as before.
 */
@Thorough
final class HostileRequestsTest {
  private static final int CLIENTS = 2;
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 50_000);

  /** Always the same, unless told otherwise: a change is to fail for what it did. */
  private static final long SEED = Long.getLong("fuzz.seed", 7);

  /** What the server may keep in memory beyond what it had after a tenth of the requests. */
  private static final long GROWTH_BYTES = 64L << 20;

  @TempDir private Path folder;

  @Test
  void anyRequest_isAnsweredOrRefused_andLeavesNothingBehind() throws Exception {
    System.out.println("HostileRequestsTest: -Dfuzz.seed=" + SEED + " -Dfuzz.requests=" + REQUESTS);
    Instant begin = Instant.now();
    try (ExampleSite site = ExampleSite.open(folder.resolve("index"))) {
      int port = URI.create(site.url()).getPort();
      Map<Integer, Integer> statuses = new TreeMap<>(send(port, SEED, REQUESTS / 10));
      long before = heap();
      send(port, SEED + CLIENTS, REQUESTS - REQUESTS / 10)
          .forEach((status, times) -> statuses.merge(status, times, Integer::sum));
      long growth = heap() - before;
      System.out.println(
          "HostileRequestsTest: "
              + statuses
              + ", heap grew by "
              + (growth >> 10)
              + " kB, "
              + Duration.between(begin, Instant.now()).toSeconds()
              + " s");
      assertThat(growth).isLessThan(GROWTH_BYTES);
      assertThat(statuses).containsKeys(200, 400, 404, 405);
      assertThat(site.get("/search?q=flood").statusCode()).isEqualTo(200);
    }
  }

  private static long heap() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  /** How often each status was answered. */
  private static Map<Integer, Integer> send(int port, long seed, int requests) throws Exception {
    Map<Integer, Integer> statuses = new TreeMap<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Map<Integer, Integer>>> sent = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        var hostile = new HostileRequests(seed + client);
        sent.add(clients.submit(() -> send(port, hostile, requests / CLIENTS)));
      }
      for (Future<Map<Integer, Integer>> each : sent) {
        each.get().forEach((status, times) -> statuses.merge(status, times, Integer::sum));
      }
    }
    return statuses;
  }

  private static Map<Integer, Integer> send(int port, HostileRequests hostile, int requests)
      throws Exception {
    Map<Integer, Integer> statuses = new TreeMap<>();
    String last = "";
    try (var connection = new RawConnection(port)) {
      for (int i = 0; i < requests; i++) {
        HostileRequests.Request request = hostile.next();
        last = request.text();
        for (RawConnection.Answer answer : connection.send(request)) {
          assertHarmless(request, answer);
          statuses.merge(answer.status(), 1, Integer::sum);
        }
      }
    } catch (Exception failed) {
      throw new AssertionError(failed + ", after " + statuses + ", at " + shown(last), failed);
    }
    return statuses;
  }

  private static void assertHarmless(HostileRequests.Request request, RawConnection.Answer answer) {
    String shown = shown(request.text());
    if (answer.status() == 503) {
      // Not for what it is: on a busy machine, anyone's turn may not come in time.
      assertThat(answer.head()).as(shown).contains("Retry-After: ");
    } else {
      assertThat(answer.status()).as(shown).isBetween(200, 499);
    }
    assertThat(answer.head()).as(shown).doesNotContain("X-Injected", "Set-Cookie", "\nServer:");
    assertThat(answer.head()).as(shown).contains("X-Content-Type-Options: nosniff");
    if (answer.status() >= 400 && !answer.body().isEmpty()) {
      assertThat(answer.body()).as(shown).doesNotContain("\tat ", "Exception", "dev.broadsheet");
      if (answer.head().contains("problem+json")) {
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("status").asInt()).as(shown).isEqualTo(answer.status());
        assertThat(problem.get("detail").asString()).as(shown).isNotBlank();
      }
    }
  }

  private static String shown(String text) {
    return text.length() < 2_000 ? text : text.substring(0, 2_000) + "…";
  }
}
