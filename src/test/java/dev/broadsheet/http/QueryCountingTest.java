package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.analytics.QueryCount;
import dev.broadsheet.analytics.QueryLog;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCountingTest {
  private static final String TOKEN = "open-sesame";

  @TempDir private Path folder;
  private QueryLog log;
  private RunningApi api;

  @BeforeEach
  void start() throws IOException {
    log = QueryLog.open(folder, Clock.systemUTC());
    var operation =
        new Operation(Metrics.create(), Optional.empty(), Optional.of(TOKEN), Optional.of(log));
    api = RunningApi.operated(new RecordingEngine(), operation);
  }

  @AfterEach
  void stop() {
    api.close();
    log.close();
  }

  private List<QueryCount> counted() throws IOException {
    return log.report(1, 10).top();
  }

  private void get(String path) throws Exception {
    assertThat(api.get(path).statusCode()).as(path).isEqualTo(200);
  }

  @Test
  void firstPage_isCounted_withoutItsFilters() throws Exception {
    get("/search?q=Flood+Barrier&topic=Climate");

    assertThat(counted()).extracting(QueryCount::words).containsExactly("flood barrier");
  }

  @Test
  void pageOfTheSite_isCountedOnce_thoughItsComponentAsksAgain() throws Exception {
    get("/?q=ferry");
    get("/search?q=ferry&group=story");

    assertThat(counted()).extracting(QueryCount::searches).containsExactly(1L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search",
        "/search?topic=AI",
        "/search?q=ferry&page=2",
        "/search?q=fer&prefix=true",
        "/suggest?q=ferry",
        "/feed.atom?q=ferry"
      })
  void otherRequests_areNot(String path) throws Exception {
    get(path);

    assertThat(counted()).isEmpty();
  }

  @Test
  void click_isCounted() throws Exception {
    get("/search?q=ferry");
    HttpResponse<String> response = api.send("POST", "/clicks?q=ferry");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(counted()).extracting(QueryCount::clicks).containsExactly(1L);
  }

  @Test
  void click_isToldByPost() throws Exception {
    HttpResponse<String> response = api.get("/clicks?q=ferry");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(RunningApi.header(response, "Allow")).isEqualTo("POST");
  }

  @Test
  void report_isForWhoShowsTheToken() throws Exception {
    get("/search?q=ferry");

    assertThat(api.get("/admin/queries").statusCode()).isEqualTo(401);
    HttpResponse<String> response =
        api.get("/admin/queries?days=1&size=5", "Authorization", "Bearer " + TOKEN);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("\"searches\":1")
        .contains("\"top\":[{\"q\":\"ferry\",\"searches\":1,")
        .doesNotContain(TOKEN);
    assertThat(api.get("/admin/queries?days=91", "Authorization", "Bearer " + TOKEN).statusCode())
        .isEqualTo(400);
  }

  @Test
  void whereNothingIsCounted_thereAreNoSuchRoutes() throws Exception {
    try (var plain = new RunningApi(new RecordingEngine())) {
      assertThat(plain.send("POST", "/clicks?q=ferry").statusCode()).isEqualTo(404);
      assertThat(plain.get("/admin/queries").statusCode()).isEqualTo(404);
    }
  }
}
