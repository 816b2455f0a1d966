package dev.broadsheet.http;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.LongStream;

/** How times are counted: in fixed buckets, so that those of several servers can be added up. */
final class Latency {
  private static final Duration[] BUCKETS =
      LongStream.of(
              500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000,
              1_000_000, 2_500_000)
          .mapToObj(micros -> Duration.ofNanos(1_000 * micros))
          .toArray(Duration[]::new);

  private Latency() {}

  /** A timer, still without its labels. */
  static Timer.Builder timer(String name, String description) {
    return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
  }
}
