package dev.broadsheet.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What visitors looked for in some days.
 *
 * @param from the first day, in UTC
 * @param to the last day
 * @param total of everything, also of what is not told apart
 * @param top what was looked for most
 * @param missed what was looked for in vain most
 */
public record QueryReport(
    LocalDate from, LocalDate to, QueryCount total, List<QueryCount> top, List<QueryCount> missed) {
  private static final Comparator<QueryCount> MOST_MISSED_FIRST =
      Comparator.comparingLong(QueryCount::withoutHits)
          .reversed()
          .thenComparing(DayCounts.MOST_FIRST);

  /** Copies the lists. */
  public QueryReport {
    top = List.copyOf(top);
    missed = List.copyOf(missed);
  }

  /**
   * Reads what was counted.
   *
   * @param folder of a {@link QueryLog}
   * @param from the first day
   * @param to the last day
   * @param size how long the lists may be
   * @throws IOException where a file can't be read
   */
  public static QueryReport read(Path folder, LocalDate from, LocalDate to, int size)
      throws IOException {
    var files = new QueryFiles(folder);
    Map<String, QueryCount> counts = new HashMap<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      files.read(day).forEach(count -> counts.merge(count.words(), count, QueryCount::plus));
    }
    QueryCount total = counts.values().stream().reduce(QueryCount.NONE, QueryCount::plus);
    counts.remove(QueryCount.OTHERS);
    return new QueryReport(
        from,
        to,
        total,
        counts.values().stream().sorted(DayCounts.MOST_FIRST).limit(size).toList(),
        counts.values().stream()
            .filter(count -> count.withoutHits() > 0)
            .sorted(MOST_MISSED_FIRST)
            .limit(size)
            .toList());
  }
}
