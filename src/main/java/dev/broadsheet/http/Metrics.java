package dev.broadsheet.http;

import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchObserver;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Optional;

/**
 * All that is measured while the server runs, for {@code GET /metrics}. No label has a value that a
 * client chooses. Safe for use by many threads; who makes it closes it, after the server.
 */
public final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry;
  private final RequestMeters requests;
  private final SearchMeters searches;
  private volatile boolean processIsWatched;
  private Optional<JvmMeters> process = Optional.empty();

  private Metrics(PrometheusMeterRegistry registry) {
    this.registry = registry;
    this.requests = new RequestMeters(registry);
    this.searches = new SearchMeters(registry);
  }

  /** Nothing is counted yet. */
  public static Metrics create() {
    return new Metrics(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  /** Tells of the virtual machine, too: from when it is first asked, so that no start waits. */
  public void watchProcess() {
    processIsWatched = true;
  }

  /** What an engine is to tell of its searches. */
  public SearchObserver observer() {
    return searches;
  }

  RequestMeters requests() {
    return requests;
  }

  SearchMeters searches() {
    return searches;
  }

  /** Tells of an index, too. */
  void watch(SearchEngine engine, Clock clock) {
    new IndexMeters(engine, clock).bindTo(registry);
  }

  /** Tells of the requests that are worked on or wait, too. */
  void watch(Admission admission) {
    Gauge.builder("broadsheet.answers.running", admission, Admission::running)
        .description("Answers that are being made")
        .register(registry);
    Gauge.builder("broadsheet.answers.waiting", admission, Admission::waiting)
        .description("Requests that wait for their turn")
        .register(registry);
  }

  /** Tells of the reindexes that run in this process, too. */
  void watch(ReindexControl reindexes) {
    new ReindexMeters(reindexes).bindTo(registry);
  }

  /** All of it now, in the text format of Prometheus. */
  synchronized String scrape() {
    if (processIsWatched && process.isEmpty()) {
      process = Optional.of(new JvmMeters(registry));
    }
    return registry.scrape();
  }

  @Override
  public synchronized void close() {
    process.ifPresent(JvmMeters::close);
    registry.close();
  }
}
