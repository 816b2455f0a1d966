package dev.broadsheet.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * What a run measured.
 *
 * @param tally of all threads
 * @param took from the first request to the last answer
 * @param cpu what the client's whole process used
 */
record LoadReport(LoadTally tally, Duration took, Duration cpu) {
  static LoadReport of(Collection<LoadTally> tallies, Duration took, Duration cpu) {
    var all = new LoadTally();
    tallies.forEach(all::add);
    return new LoadReport(all, took, cpu);
  }

  /** Several runs as if they were one. */
  static LoadReport of(List<LoadReport> runs) {
    return of(
        runs.stream().map(LoadReport::tally).toList(),
        runs.stream().map(LoadReport::took).reduce(Duration.ZERO, Duration::plus),
        runs.stream().map(LoadReport::cpu).reduce(Duration.ZERO, Duration::plus));
  }

  long requests() {
    return tally.all().getTotalCount();
  }

  /** Whole answers a second. */
  double perSecond() {
    return tally.statuses.getOrDefault(Caller.OK, 0L) / (took.toNanos() / 1e9);
  }

  /** In milliseconds. */
  double all(double percentile) {
    return millis(tally.all(), percentile);
  }

  /** In milliseconds; not a number where there was none of the class. */
  double of(String sort, double percentile) {
    Histogram histogram = tally.latencies.get(sort);
    return histogram == null ? Double.NaN : millis(histogram, percentile);
  }

  /** In milliseconds, of several classes together. */
  double of(List<String> sorts, double percentile) {
    var some = new Histogram(LoadTally.SIGNIFICANT_DIGITS);
    sorts.stream().filter(tally.latencies::containsKey).map(tally.latencies::get).forEach(some::add);
    return millis(some, percentile);
  }

  private static double millis(Histogram histogram, double percentile) {
    return histogram.getValueAtPercentile(percentile) / 1e6;
  }

  /** Prints a table: each class of query, and all. */
  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%,d requests in %.1f s: %,.0f/s; statuses %s; client %.1f s of processor (%.0f us each)%n",
        requests(),
        took.toMillis() / 1e3,
        perSecond(),
        new TreeMap<>(tally.statuses),
        cpu.toMillis() / 1e3,
        cpu.toNanos() / 1e3 / Math.max(1, requests()));
    out.printf("| %-24s | %8s | %8s | %8s | %8s |%n", "ms", "requests", "p50", "p99", "p99.9");
    out.println("| --- | --- | --- | --- | --- |");
    Stream<String> known = Arrays.stream(QueryClass.values()).map(QueryClass::label);
    Stream.concat(known, tally.latencies.keySet().stream().sorted())
        .distinct()
        .filter(tally.latencies::containsKey)
        .forEach(sort -> row(out, sort, tally.latencies.get(sort)));
    row(out, "all", tally.all());
  }

  private static void row(PrintStream out, String name, Histogram histogram) {
    out.printf(
        Locale.ROOT,
        "| %-24s | %8d | %8.3f | %8.3f | %8.3f |%n",
        name,
        histogram.getTotalCount(),
        millis(histogram, 50),
        millis(histogram, 99),
        millis(histogram, 99.9));
  }
}
