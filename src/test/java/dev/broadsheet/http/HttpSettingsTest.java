package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {
  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void portOutOfRange_isRefused(int port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpSettings("x", port))
        .withMessageStartingWith("port: ");
  }

  @Test
  void blankHost_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpSettings(" ", 0))
        .withMessageStartingWith("host: ");
  }

  @Test
  void tinyHeaders_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpSettings("x", 0, 10, Duration.ZERO))
        .withMessageStartingWith("maxHeaderBytes: ");
  }

  @Test
  void negativeTimeout_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpSettings("x", 0, 8_192, Duration.ofSeconds(-1)))
        .withMessageStartingWith("stopTimeout: ");
  }

  @Test
  void everyInterface_isReachedAsLocalhost() {
    try (HttpApi api =
        HttpApi.start(new RecordingEngine(), new HttpSettings("0.0.0.0", 0), Clock.systemUTC())) {
      assertThat(api.url()).isEqualTo("http://localhost:" + api.port());
    }
  }
}
