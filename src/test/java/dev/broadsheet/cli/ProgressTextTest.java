package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.indexing.ReindexProgress.Phase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProgressTextTest {
  @Test
  void whatGoesOnSteadily_isToldWithItsSpeedAndTheTimeLeft() {
    assertThat(ProgressText.details(Phase.WRITING, 3_000, 12_000, Duration.ofSeconds(2)))
        .isEqualTo("3,000 of 12,000 items, 1,500 items/s, 6 s left");
  }

  @Test
  void ofPublishing_onlyTheStepsAreTold() {
    assertThat(ProgressText.details(Phase.PUBLISHING, 1, 6, Duration.ofSeconds(20)))
        .isEqualTo("1 of 6 steps");
  }

  @Test
  void tooEarly_onlyTheAmountIsTold() {
    assertThat(ProgressText.details(Phase.WRITING, 5, 12_000, Duration.ofMillis(900)))
        .isEqualTo("5 of 12,000 items");
  }
}
