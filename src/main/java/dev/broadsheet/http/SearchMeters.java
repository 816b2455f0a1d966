package dev.broadsheet.http;

import dev.broadsheet.search.SearchCost;
import dev.broadsheet.search.SearchObserver;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells where the time of searches goes. */
final class SearchMeters implements SearchObserver {
  private final Timer parse;
  private final Timer plan;
  private final Timer find;
  private final Timer facets;
  private final Timer read;
  private final Timer highlight;
  private final Timer write;
  private final Counter counted;
  private final Counter remembered;

  SearchMeters(MeterRegistry registry) {
    this.parse = phase("parse", registry);
    this.plan = phase("plan", registry);
    this.find = phase("search", registry);
    this.facets = phase("facets", registry);
    this.read = phase("read", registry);
    this.highlight = phase("highlight", registry);
    this.write = phase("write", registry);
    this.counted = counts("counted", registry);
    this.remembered = counts("remembered", registry);
  }

  private static Timer phase(String name, MeterRegistry registry) {
    return Latency.timer("broadsheet.search.phase", "What searches spend their time on")
        .tag("phase", name)
        .register(registry);
  }

  private static Counter counts(String source, MeterRegistry registry) {
    return Counter.builder("broadsheet.facet.counts")
        .description("Searches with facets, by whether these were counted or remembered")
        .tag("source", source)
        .register(registry);
  }

  @Override
  public void searched(SearchRequest request, SearchResult result, SearchCost cost) {
    plan.record(cost.planning(), TimeUnit.NANOSECONDS);
    find.record(cost.finding(), TimeUnit.NANOSECONDS);
    read.record(cost.reading(), TimeUnit.NANOSECONDS);
    if (request.options().highlight()) {
      highlight.record(cost.highlighting(), TimeUnit.NANOSECONDS);
    }
    switch (cost.counts()) {
      case NONE -> {}
      case COUNTED -> facets(cost, counted);
      case REMEMBERED -> facets(cost, remembered);
    }
  }

  private void facets(SearchCost cost, Counter source) {
    facets.record(cost.counting(), TimeUnit.NANOSECONDS);
    source.increment();
  }

  /** Reads parameters, and remembers how long that took. */
  <T> T parsing(Supplier<T> work) {
    return timed(parse, work);
  }

  /** Writes an answer, and remembers how long that took. */
  <T> T writing(Supplier<T> work) {
    return timed(write, work);
  }

  private static <T> T timed(Timer timer, Supplier<T> work) {
    long start = System.nanoTime();
    T made = work.get();
    timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    return made;
  }
}
