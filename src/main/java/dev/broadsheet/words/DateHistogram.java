package dev.broadsheet.words;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up days, and the days to the bars that are wanted. */
public final class DateHistogram {
  private final Map<Long, Long> counts = new HashMap<>();

  /** So many more are dated on a day of the epoch. */
  public void add(long day, long number) {
    counts.merge(day, number, Long::sum);
  }

  /** The bars that hold something, from old to new. */
  public List<FacetCounts.Value> values(DateInterval interval) {
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
