package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.SearchEngineException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthTest {
  private final RecordingEngine engine = new RecordingEngine();
  private final RunningApi api = new RunningApi(engine);

  @AfterEach
  void stop() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "ready"})
  void healthyServer_saysSo_andIsAskedAgainEachTime(String what) throws Exception {
    HttpResponse<String> response = api.get("/health/" + what);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"status\":\"" + what + "\"}");
    assertThat(RunningApi.header(response, "Content-Type")).isEqualTo("application/json");
    assertThat(RunningApi.header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(api.send("HEAD", "/health/" + what).statusCode()).isEqualTo(200);
  }

  @Test
  void serverWhoseIndexIsInTrouble_isLive_butNotReady() throws Exception {
    engine.fail(new SearchEngineException("disk on fire"));

    assertThat(api.get("/health/live").statusCode()).isEqualTo(200);
    HttpResponse<String> ready = api.get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(RunningApi.header(ready, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(ready.body()).contains("can't be searched").doesNotContain("fire");
  }

  @Test
  void otherMethod_is405() throws Exception {
    assertThat(api.send("POST", "/health/ready").statusCode()).isEqualTo(405);
  }
}
