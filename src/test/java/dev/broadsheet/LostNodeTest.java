package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.BroadsheetProcess;
import dev.broadsheet.fixture.BroadsheetProcess.Outcome;
import dev.broadsheet.fixture.ChangingCorpus;
import dev.broadsheet.fixture.OpenSearchCluster;
import dev.broadsheet.fixture.Versions;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A cluster of three nodes, each part of the index with one copy, under a visitor who asks without
 * a pause and a {@code reindex}: one node is killed in the middle of it, and later comes back;
 * {@code -Dcluster.losses=10} for more often than usual.
 */
@Tag("cluster")
final class LostNodeTest {
  private static final int NODES = 3;
  private static final int LOSSES = Integer.getInteger("cluster.losses", 3);
  private static final long SEED = Long.getLong("test.seed", System.nanoTime());
  private static final int PAGE = 100;

  @TempDir private Path folder;

  private final Random random = new Random(SEED);
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> answers = new TreeMap<>();
  private final Map<String, Integer> runs = new TreeMap<>();
  private final AtomicInteger version = new AtomicInteger();
  private Map<String, String> settings = Map.of();

  private Path corpus() {
    return folder.resolve("corpus");
  }

  private Path index() {
    return folder.resolve("index");
  }

  @Test
  void lostNode_costsNothingButTime() throws Exception {
    var changing = new ChangingCorpus(Files.createDirectory(corpus()), random);
    changing.change(0);
    try (OpenSearchCluster cluster = OpenSearchCluster.start(NODES);
        ExecutorService others = Executors.newFixedThreadPool(2)) {
      settings =
          Map.of(
              "BROADSHEET_ENGINE", "opensearch",
              "BROADSHEET_OPENSEARCH_HOSTS", cluster.hosts(),
              "BROADSHEET_OPENSEARCH_REPLICAS", "1");
      assertThat(run(false).status()).isZero();
      try (BroadsheetProcess server = BroadsheetProcess.serve(corpus(), index(), settings)) {
        assertSeen(server);
        Future<Boolean> visiting = others.submit(() -> visit(server));
        try {
          for (int loss = 0; loss < LOSSES; loss++) {
            changing.change(version.incrementAndGet());
            loseOne(cluster, loss % NODES, others);
            assertSeen(server);
          }
          assertThat(visiting.isDone()).isFalse();
        } finally {
          visiting.cancel(true);
        }
        assertThat(wrong).as("seed %d", SEED).isEmpty();
        assertSameAsTheEmbeddedEngine(server);
      }
    }
    System.out.println(
        "seed " + SEED + ": " + LOSSES + " nodes lost; runs: " + runs + "; answers: " + answers);
  }

  /** Ends a node while a writer works; what that writer does not finish, the next one does. */
  private void loseOne(OpenSearchCluster cluster, int node, ExecutorService others)
      throws IOException, InterruptedException, ExecutionException {
    boolean full = random.nextInt(3) == 0;
    Callable<Outcome> work = () -> run(full);
    Future<Outcome> writing = others.submit(work);
    Thread.sleep(random.nextInt(6_000));
    cluster.kill(node);
    Outcome outcome = writing.get();
    runs.merge(outcome.status() == 0 ? "finished" : "failed", 1, Integer::sum);
    assertThat(outcome.err()).as("seed %d", SEED).doesNotContain("\tat ", "internal");
    if (outcome.status() != 0) {
      System.out.println("LostNodeTest: " + outcome.err().lines().toList().getLast());
      assertThat(run(false)).as("seed %d", SEED).returns(0, Outcome::status);
    }
    cluster.restart(node);
    cluster.awaitGreen();
  }

  private Outcome run(boolean full) throws IOException, InterruptedException {
    return full
        ? BroadsheetProcess.run(settings, corpus(), index(), "reindex", "--full")
        : BroadsheetProcess.run(settings, corpus(), index(), "reindex");
  }

  private void assertSeen(BroadsheetProcess server) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    String last = "";
    while (Instant.now().isBefore(end)) {
      HttpResponse<String> response = server.get("/search?q=walrus&topic=v" + version);
      last = response.body();
      if (response.statusCode() == 200
          && JsonMapper.shared().readTree(last).get("total").asInt() == ChangingCorpus.MARKED) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("seed " + SEED + ": version " + version + " is not seen: " + last);
  }

  private boolean visit(BroadsheetProcess server) throws InterruptedException {
    int seen = 0;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        seen = askOnce(server, seen);
        Thread.sleep(5);
      } catch (IOException | RuntimeException | AssertionError e) {
        wrong.add(e.toString());
      }
    }
    return true;
  }

  /**
   * An answer is of one version, complete, and not older than what was seen before; or it says that
   * there is none for now, and why.
   */
  private int askOnce(BroadsheetProcess server, int seen) throws IOException, InterruptedException {
    HttpResponse<String> response = server.get("/search?q=walrus&size=20&facets=topic");
    JsonNode answer = JsonMapper.shared().readTree(response.body());
    if (response.statusCode() == 503 && response.headers().firstValue("Retry-After").isPresent()) {
      answers.merge("503 " + answer.get("code").asString(), 1, Integer::sum);
      return seen;
    }
    answers.merge(Integer.toString(response.statusCode()), 1, Integer::sum);
    if (response.statusCode() != 200) {
      wrong.add(response.statusCode() + ": " + answer);
      return seen;
    }
    return Versions.only(answer, seen, version.get());
  }

  private void assertSameAsTheEmbeddedEngine(BroadsheetProcess server)
      throws IOException, InterruptedException {
    Path fresh = folder.resolve("fresh");
    assertThat(BroadsheetProcess.run(corpus(), fresh, "reindex").status()).isZero();
    try (BroadsheetProcess embedded = BroadsheetProcess.serve(corpus(), fresh)) {
      int total = embedded.search("size=0").get("total").asInt();
      for (int page = 1; (page - 1) * PAGE < total; page++) {
        String query =
            "sort=date&size="
                + PAGE
                + "&page="
                + page
                + "&facet.size=1000&facets=topic,provider,category,type,kind,published,tag,date";
        JsonNode expected = embedded.search(query);
        JsonNode actual = server.search(query);
        for (String part : List.of("total", "hits", "facets")) {
          assertThat(actual.get(part)).as(part).isEqualTo(expected.get(part));
        }
        for (JsonNode hit : expected.get("hits")) {
          String article = "/articles/" + hit.get("id").asString();
          assertThat(server.get(article).body()).isEqualTo(embedded.get(article).body());
        }
      }
    }
  }
}
