package dev.broadsheet.lucene;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up days, and the days to the bars that are wanted. */
final class DateHistogram {
  private final Map<Long, Long> counts = new HashMap<>();

  /** So many more are dated on a day of the epoch. */
  void add(long day, long number) {
    counts.merge(day, number, Long::sum);
  }

  /** The bars that hold something, from old to new. */
  List<FacetCounts.Value> values(DateInterval interval) {
    var ordered = new TreeMap<>(counts);
    if (ordered.isEmpty()) {
      return List.of();
    }
    DateInterval chosen = DateBars.chosen(interval, ordered.firstKey(), ordered.lastKey());
    Map<String, Long> bars = new LinkedHashMap<>();
    ordered.forEach(
        (epochDay, number) -> bars.merge(DateBars.bar(epochDay, chosen), number, Long::sum));
    return bars.entrySet().stream()
        .map(bar -> new FacetCounts.Value(bar.getKey(), Optional.empty(), bar.getValue(), false))
        .toList();
  }
}
