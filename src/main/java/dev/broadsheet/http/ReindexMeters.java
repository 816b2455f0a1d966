package dev.broadsheet.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** Tells of the reindexes that run in this process. */
final class ReindexMeters implements MeterBinder {
  private final ReindexControl reindexes;

  ReindexMeters(ReindexControl reindexes) {
    this.reindexes = reindexes;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String outcome : ReindexControl.OUTCOMES) {
      FunctionCounter.builder(
              "broadsheet.reindexes", reindexes, control -> (double) control.ended(outcome))
          .description("Reindexes of this process, by how they ended")
          .tag("outcome", outcome)
          .register(registry);
    }
    Gauge.builder(
            "broadsheet.reindex.running",
            reindexes,
            control -> control.state().running().isPresent() ? 1 : 0)
        .description("1 while one runs, else 0")
        .register(registry);
    last("duration.seconds", "How long the last one took", ReindexMeters::seconds, registry);
    last(
        "timestamp.seconds",
        "When the last one ended",
        ended -> ended.at().toEpochMilli() / 1e3,
        registry);
  }

  private void last(
      String name,
      String description,
      ToDoubleFunction<ReindexState.Ended> value,
      MeterRegistry registry) {
    Gauge.builder(
            "broadsheet.reindex.last." + name,
            reindexes,
            control -> control.state().last().map(value::applyAsDouble).orElse(Double.NaN))
        .description(description)
        .register(registry);
  }

  private static double seconds(ReindexState.Ended ended) {
    return Duration.between(ended.since(), ended.at()).toMillis() / 1e3;
  }
}
