package dev.broadsheet.http;

import dev.broadsheet.search.IndexStats;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchEngineException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what the index holds. That is read once for each state of the index, and not with each
 * scrape: files are counted one by one.
 */
final class IndexMeters implements MeterBinder {
  private static final Logger LOG = LoggerFactory.getLogger(IndexMeters.class);

  private final SearchEngine engine;
  private final Clock clock;
  private @Nullable Known known;

  IndexMeters(SearchEngine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /** What was read last. */
  private record Known(String version, IndexStats stats) {}

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge("items", "Items in the index", stats -> stats.counts().items(), registry);
    gauge("files", "Files in the index", stats -> stats.counts().files(), registry);
    gauge(
        "files.rejected",
        "Files that could not be read, or not wholly, when they were last tried",
        stats -> stats.counts().rejectedFiles(),
        registry);
    gauge("bytes", "Size of the index on disk", IndexStats::bytes, registry);
    gauge("generation", "Number of the generation", IndexMeters::generation, registry);
    gauge(
        "schema.current",
        "1 if this version would build the index the same way, else 0",
        stats -> stats.schemaIsCurrent() ? 1 : 0,
        registry);
    gauge(
        "reindexed.timestamp.seconds",
        "When the last reindex that changed something ended",
        stats -> stats.reindexedAt().map(IndexMeters::seconds).orElse(Double.NaN),
        registry);
    gauge(
        "age.seconds",
        "How long ago the last reindex that changed something ended",
        stats -> stats.reindexedAt().map(this::age).orElse(Double.NaN),
        registry);
  }

  private void gauge(
      String name, String description, ToDoubleFunction<IndexStats> value, MeterRegistry registry) {
    Gauge.builder(
            "broadsheet.index." + name,
            this,
            meters -> meters.stats().map(value::applyAsDouble).orElse(Double.NaN))
        .description(description)
        .register(registry);
  }

  private synchronized Optional<IndexStats> stats() {
    try {
      String version = engine.version();
      if (known == null || !known.version().equals(version)) {
        known = new Known(version, engine.stats());
      }
      return Optional.of(known.stats());
    } catch (SearchEngineException e) {
      LOG.warn("What the index holds can't be told", e);
      return Optional.empty();
    }
  }

  /** The number in its name. */
  private static double generation(IndexStats stats) {
    String digits = stats.generation().replaceAll("\\D", "");
    return digits.isEmpty() ? Double.NaN : Double.parseDouble(digits);
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1e3;
  }

  private double age(Instant instant) {
    return Duration.between(instant, clock.instant()).toMillis() / 1e3;
  }
}
