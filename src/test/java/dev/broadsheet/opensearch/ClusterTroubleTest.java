package dev.broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.fixture.FakeCluster;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchEngineException;
import dev.broadsheet.search.SearchObserver;
import dev.broadsheet.search.SearchTimeoutException;
import dev.broadsheet.words.QualityBoost;
import dev.broadsheet.words.Ranking;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * What becomes of searches while the cluster is gone, red or slow; no cluster is needed for that.
 */
final class ClusterTroubleTest {
  private static OpenSearchSettings at(int port) {
    return at(port, 0);
  }

  private static OpenSearchSettings at(int port, int replicas) {
    return new OpenSearchSettings(
        new OpenSearchSettings.Cluster(
            List.of(URI.create("http://127.0.0.1:" + port)), Optional.empty(), Optional.empty()),
        new OpenSearchSettings.Index("news", 1, replicas),
        QualityBoost.DEFAULT,
        false,
        Ranking.DEFAULT,
        Optional.empty());
  }

  private static SearchEngine open(int port, Duration timeout) {
    return OpenSearchEngine.open(at(port), Optional.of(timeout), SearchObserver.NONE);
  }

  private static void search(SearchEngine engine) {
    engine.search(new RequestBuilder().build());
  }

  @Test
  void engineOpensWhileTheClusterIsGone_andSearchesFailAsTrouble() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    try (SearchEngine engine = open(port, Duration.ofSeconds(20))) {
      assertThatThrownBy(() -> search(engine)).isInstanceOf(SearchEngineException.class);
      assertThatThrownBy(engine::version).isInstanceOf(SearchEngineException.class);
    }
    assertThatThrownBy(() -> OpenSearchEngine.exists(at(port)))
        .isInstanceOf(SearchEngineException.class);
  }

  private static FakeCluster server(int status, String body) {
    return FakeCluster.open(request -> new FakeCluster.Answer(status, body));
  }

  @Test
  void redCluster_isTroubleThatSaysWhy() {
    String body =
        """
        {"error":{"root_cause":[{"type":"no_shard_available_action_exception",
          "reason":"No shard available"}]},"status":503}
        """;
    try (FakeCluster server = server(503, body);
        SearchEngine engine = open(server.port(), Duration.ofSeconds(20))) {
      assertThatThrownBy(() -> search(engine))
          .isInstanceOf(SearchEngineException.class)
          .hasMessageContaining("No shard available");
    }
  }

  @Test
  void clusterWithoutTheIndex_saysHowItIsMade() {
    try (FakeCluster server = server(404, "{\"error\":\"alias [news] missing\",\"status\":404}");
        SearchEngine engine = open(server.port(), Duration.ofSeconds(20))) {
      assertThatThrownBy(() -> search(engine))
          .isInstanceOf(SearchEngineException.class)
          .hasMessageContaining("reindex");
      assertThat(OpenSearchEngine.exists(at(server.port()))).isFalse();
    }
  }

  @Test
  void copiesThatAreNotMadeInTime_areNotWaitedFor() throws IOException {
    Queue<String> bodies = new ConcurrentLinkedQueue<>();
    try (FakeCluster server = FakeCluster.open(body -> withoutCopies(body, bodies));
        Cluster cluster = Cluster.of(at(server.port(), 1).cluster())) {
      var generations = new Generations(cluster, at(server.port(), 1));
      generations.publish("news-g2", Optional.of("news-g1"));
    }
    assertThat(bodies).last().asString().contains("actions", "news-g2");
  }

  /** A question has no body. */
  private static FakeCluster.Answer withoutCopies(String body, Queue<String> bodies) {
    bodies.add(body);
    return body.isEmpty()
        ? new FakeCluster.Answer(408, "{\"status\":\"yellow\",\"timed_out\":true}")
        : new FakeCluster.Answer(200, "{\"acknowledged\":true}");
  }

  @Test
  void slowCluster_isGivenUpWhenTheTimeIsOver() {
    var never = new CountDownLatch(1);
    try (FakeCluster server = FakeCluster.open(request -> afterwards(never));
        SearchEngine engine = open(server.port(), Duration.ofMillis(300))) {
      assertThatThrownBy(() -> search(engine)).isInstanceOf(SearchTimeoutException.class);
      never.countDown();
    }
  }

  private static FakeCluster.Answer afterwards(CountDownLatch event) {
    try {
      event.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new FakeCluster.Answer(200, "{}");
  }
}
