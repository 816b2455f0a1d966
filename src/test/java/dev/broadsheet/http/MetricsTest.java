package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.search.IndexStats;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MetricsTest {
  private static final String REQUESTS = "http_server_requests_seconds_count";

  private final RecordingEngine engine = new RecordingEngine();
  private final RunningApi api = RunningApi.operated(engine, new FakeReindexes(), "token");

  @AfterEach
  void stop() {
    api.close();
  }

  private PrometheusText scrape() throws IOException, InterruptedException {
    HttpResponse<String> response = api.get("/metrics");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(RunningApi.header(response, "Content-Type"))
        .isEqualTo("text/plain;version=0.0.4;charset=utf-8");
    return PrometheusText.parse(response.body());
  }

  /** A request is counted when its answer is on its way: a moment after the client has it. */
  private PrometheusText scrapeUntil(double requests, String... labels)
      throws IOException, InterruptedException {
    PrometheusText metrics = scrape();
    while (metrics.sum(REQUESTS, labels) < requests) {
      Thread.sleep(10);
      metrics = scrape();
    }
    return metrics;
  }

  @Test
  void requests_areCountedByRouteMethodAndStatus() throws Exception {
    api.get("/search?q=a");
    api.get("/search?q=b");
    api.send("HEAD", "/search");
    api.get("/search?size=x");
    api.get("/articles/" + "0".repeat(24));

    scrapeUntil(1, "uri", "/articles/{id}", "status", "404");
    PrometheusText metrics = scrapeUntil(4, "uri", "/search");

    assertThat(metrics.sum(REQUESTS, "uri", "/search", "method", "GET", "status", "200"))
        .isEqualTo(2);
    assertThat(metrics.sum(REQUESTS, "uri", "/search", "method", "HEAD")).isEqualTo(1);
    assertThat(metrics.sum(REQUESTS, "uri", "/search", "status", "400")).isEqualTo(1);
    assertThat(metrics.sum("broadsheet_problems_total", "code", "not-found")).isEqualTo(1);
    assertThat(metrics.sum("broadsheet_search_phase_seconds_count", "phase", "parse"))
        .isGreaterThanOrEqualTo(3);
    assertThat(metrics.sum("broadsheet_search_phase_seconds_count", "phase", "write")).isEqualTo(3);
  }

  @Test
  void hostileRequests_makeNoLabels() throws Exception {
    List<String> methods = List.of("GET", "POST", "FOO", "BAR\u0001", "get");
    for (int i = 0; i < 40; i++) {
      for (String method : methods) {
        RawHttp.send(
            api.port(),
            method
                + " /x"
                + i
                + "%22%7Duri=%22evil?q=evil HTTP/1.1\r\nHost: evil"
                + i
                + "\r\nConnection: close\r\n\r\n");
      }
      RawHttp.get(api.port(), "/articles/evil" + i + "%0A");
      RawHttp.get(api.port(), "/facets/evil" + i);
      RawHttp.get(api.port(), "/search?evil" + i + "=evil");
      RawHttp.send(api.port(), "evil" + i + "\r\n\r\n");
    }
    PrometheusText metrics = scrapeUntil(40, "uri", "/facets/{field}");

    assertThat(metrics.values(REQUESTS, "uri"))
        .isSubsetOf(
            "unknown", "unreadable", "/metrics", "/articles/{id}", "/facets/{field}", "/search");
    assertThat(metrics.values(REQUESTS, "method")).isSubsetOf("GET", "POST", "unknown");
    assertThat(metrics.values("broadsheet_problems_total", "code"))
        .noneMatch(code -> code.contains("evil"));
    assertThat(metrics.size()).isLessThan(600);
  }

  @Test
  void whatIsRefusedBeforeAnyRoute_isCountedToo() throws Exception {
    RawHttp.send(api.port(), "GARBAGE\r\n\r\n");

    assertThat(scrapeUntil(1, "uri", "unreadable").sum(REQUESTS, "status", "400")).isEqualTo(1);
  }

  @Test
  void index_isTold_andReadOncePerState() throws Exception {
    engine.hold(
        new IndexStats(
            "gen-000012",
            new IndexStats.Counts(133, Map.of(), 45, 2, 7, 8),
            Optional.empty(),
            Optional.empty(),
            1_000,
            true,
            Optional.of(Instant.parse("2026-01-31T11:59:30Z"))));

    scrape();
    PrometheusText metrics = scrape();

    assertThat(metrics.sum("broadsheet_index_items")).isEqualTo(133);
    assertThat(metrics.sum("broadsheet_index_files_rejected")).isEqualTo(2);
    assertThat(metrics.sum("broadsheet_index_generation")).isEqualTo(12);
    assertThat(metrics.sum("broadsheet_index_age_seconds")).isCloseTo(30, within(0.001));
    assertThat(engine.statsRead()).isEqualTo(1);
    engine.publish("g1.2");
    scrape();
    assertThat(engine.statsRead()).isEqualTo(2);
  }

  @Test
  void reindexes_areTold() throws Exception {
    PrometheusText metrics = scrape();

    assertThat(metrics.sum("broadsheet_reindexes_total", "outcome", "published")).isEqualTo(3);
    assertThat(metrics.sum("broadsheet_reindex_last_duration_seconds")).isEqualTo(30);
    assertThat(metrics.sum("broadsheet_reindex_running")).isEqualTo(1);
  }
}
