package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final AtomicLong now = new AtomicLong();
  private final RateLimit limit = limit(2, 5);

  private RateLimit limit(int perSecond, int burst) {
    return new RateLimit(
        new HttpSettings.Rate(perSecond, burst),
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return now.get();
          }

          @Override
          public boolean isWallClockBased() {
            return false;
          }
        });
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private void take(String client, int times) {
    for (int i = 0; i < times; i++) {
      limit.take(client);
    }
  }

  @Test
  void burst_isTaken_andNoMore() {
    take("a", 5);
    assertThatThrownBy(() -> limit.take("a"))
        .isInstanceOf(RateLimitedException.class)
        .hasMessageContainingAll("2 a second", "5 at once");
  }

  @Test
  void otherClient_isNotKeptBack() {
    take("a", 5);
    take("b", 5);
    assertThatThrownBy(() -> limit.take("a")).isInstanceOf(RateLimitedException.class);
  }

  @Test
  void time_givesTokensBack() {
    take("a", 5);
    pass(Duration.ofMillis(500));
    take("a", 1);
    assertThatThrownBy(() -> limit.take("a")).isInstanceOf(RateLimitedException.class);
    pass(Duration.ofHours(1));
    take("a", 5);
    assertThatThrownBy(() -> limit.take("a")).isInstanceOf(RateLimitedException.class);
  }

  @Test
  void refusal_tellsWhenToComeAgain() {
    take("a", 5);
    var refused = catchThrowableOfType(RateLimitedException.class, () -> limit.take("a"));
    assertThat(refused.retryAfterSeconds()).isEqualTo(1);
    pass(Duration.ofSeconds(refused.retryAfterSeconds()));
    take("a", 1);
  }

  @Test
  void none_isNoLimit() {
    RateLimit off = limit(0, 1);
    for (int i = 0; i < 1_000; i++) {
      off.take("a");
    }
    assertThat(off.clients()).isZero();
  }

  @Test
  void clientsThatComeOnce_areNotAllRemembered() {
    for (int i = 0; i < 200_000; i++) {
      limit.take("client " + i);
    }
    assertThat(limit.clients()).isBetween(1L, 1L << 16);
  }
}
