package dev.broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchEngineException;
import dev.broadsheet.search.SearchObserver;
import dev.broadsheet.search.SearchTimeoutException;
import dev.broadsheet.words.QualityBoost;
import dev.broadsheet.words.Ranking;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * What becomes of searches while the cluster is gone, red or slow; no cluster is needed for that.
 */
final class ClusterTroubleTest {
  private static OpenSearchSettings at(int port) {
    return new OpenSearchSettings(
        new OpenSearchSettings.Cluster(
            List.of(URI.create("http://127.0.0.1:" + port)), Optional.empty(), Optional.empty()),
        new OpenSearchSettings.Index("news", 1, 0),
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

  private static HttpServer server(int status, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void redCluster_isTroubleThatSaysWhy() throws IOException {
    HttpServer server =
        server(
            503,
            """
            {"error":{"root_cause":[{"type":"no_shard_available_action_exception",
              "reason":"No shard available"}]},"status":503}
            """);
    try (SearchEngine engine = open(server.getAddress().getPort(), Duration.ofSeconds(20))) {
      assertThatThrownBy(() -> search(engine))
          .isInstanceOf(SearchEngineException.class)
          .hasMessageContaining("No shard available");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void clusterWithoutTheIndex_saysHowItIsMade() throws IOException {
    HttpServer server = server(404, "{\"error\":\"alias [news] missing\",\"status\":404}");
    try (SearchEngine engine = open(server.getAddress().getPort(), Duration.ofSeconds(20))) {
      assertThatThrownBy(() -> search(engine))
          .isInstanceOf(SearchEngineException.class)
          .hasMessageContaining("reindex");
      assertThat(OpenSearchEngine.exists(at(server.getAddress().getPort()))).isFalse();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void slowCluster_isGivenUpWhenTheTimeIsOver() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var never = new CountDownLatch(1);
    server.createContext(
        "/",
        exchange -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    try (SearchEngine engine = open(server.getAddress().getPort(), Duration.ofMillis(300))) {
      assertThatThrownBy(() -> search(engine)).isInstanceOf(SearchTimeoutException.class);
    } finally {
      never.countDown();
      server.stop(0);
    }
  }
}
