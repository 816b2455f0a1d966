package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
        .isThrownBy(() -> settings(10, Duration.ZERO))
        .withMessageStartingWith("maxHeaderBytes: ");
  }

  @Test
  void negativeTimeout_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(8_192, Duration.ofSeconds(-1)))
        .withMessageStartingWith("stopTimeout: ");
  }

  private static HttpSettings settings(int maxHeaderBytes, Duration stopTimeout) {
    return new HttpSettings(
        "x",
        0,
        maxHeaderBytes,
        stopTimeout,
        HttpSettings.Site.DEFAULT,
        HttpSettings.Sharing.DEFAULT,
        HttpSettings.Load.DEFAULT,
        HttpSettings.Clients.DEFAULT);
  }

  @Test
  void noThread_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpSettings.Load(0, 1, Duration.ZERO))
        .withMessageStartingWith("running: ");
  }

  @Test
  void noQueue_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpSettings.Load(1, 0, Duration.ZERO))
        .withMessageStartingWith("waiting: ");
  }

  @Test
  void negativeWait_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpSettings.Load(1, 1, Duration.ofMillis(-1)))
        .withMessageStartingWith("longestWait: ");
  }

  @Test
  void namelessSite_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpSettings.Site(" ", Optional.empty()))
        .withMessageStartingWith("name: ");
  }

  @Test
  void negativeAge_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpSettings.Sharing(Duration.ofSeconds(-1), List.of()))
        .withMessageStartingWith("maxAge: ");
  }

  @Test
  void everyInterface_isReachedAsLocalhost() {
    try (HttpApi api =
        HttpApi.start(new RecordingEngine(), new HttpSettings("0.0.0.0", 0), Clock.systemUTC())) {
      assertThat(api.url()).isEqualTo("http://localhost:" + api.port());
    }
  }
}
