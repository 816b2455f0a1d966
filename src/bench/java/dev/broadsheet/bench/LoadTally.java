package dev.broadsheet.bench;

import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What one thread saw: latencies by class of query, in nanoseconds, and statuses. */
final class LoadTally {
  static final int SIGNIFICANT_DIGITS = 2;

  final Map<String, Histogram> latencies = new HashMap<>();
  final Map<Integer, Long> statuses = new HashMap<>();

  void add(String sort, int status, long nanos) {
    latencies
        .computeIfAbsent(sort, _ -> new Histogram(SIGNIFICANT_DIGITS))
        .recordValue(Math.max(0, nanos));
    statuses.merge(status, 1L, Long::sum);
  }

  void add(LoadTally other) {
    other.latencies.forEach((sort, histogram) ->
        latencies.computeIfAbsent(sort, _ -> new Histogram(SIGNIFICANT_DIGITS)).add(histogram));
    other.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
  }

  /** Of all classes together. */
  Histogram all() {
    var all = new Histogram(SIGNIFICANT_DIGITS);
    latencies.values().forEach(all::add);
    return all;
  }
}
