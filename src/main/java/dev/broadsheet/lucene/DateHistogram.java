package dev.broadsheet.lucene;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts dates by the days of a time zone, and adds the days up to the bars that are wanted. */
final class DateHistogram {
  private final ZoneDays days;
  private final Map<Long, int[]> counts = new HashMap<>();
  private long day = Long.MIN_VALUE;
  private int[] count = new int[1];

  DateHistogram(ZoneId zone) {
    this.days = new ZoneDays(zone);
  }

  /** Counts a moment, in milliseconds of the epoch. Quickest where they come in order. */
  void add(long millis) {
    long itsDay = days.day(millis);
    if (itsDay != day) {
      day = itsDay;
      count = counts.computeIfAbsent(day, unseen -> new int[1]);
    }
    count[0]++;
  }

  /** The bars that hold something, from old to new. */
  List<FacetCounts.Value> values(DateInterval interval) {
    var ordered = new TreeMap<>(counts);
    if (ordered.isEmpty()) {
      return List.of();
    }
    DateInterval chosen = DateBars.chosen(interval, ordered.firstKey(), ordered.lastKey());
    Map<String, Long> bars = new LinkedHashMap<>();
    ordered.forEach((epochDay, number) ->
        bars.merge(DateBars.bar(epochDay, chosen), (long) number[0], Long::sum));
    return bars.entrySet().stream()
        .map(bar -> new FacetCounts.Value(bar.getKey(), Optional.empty(), bar.getValue(), false))
        .toList();
  }
}
