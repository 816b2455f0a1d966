package dev.broadsheet.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The counts of a day. Bounded: of very many different words only the most frequent are kept. */
final class DayCounts {
  static final Comparator<QueryCount> MOST_FIRST =
      Comparator.comparingLong(QueryCount::searches).reversed().thenComparing(QueryCount::words);

  private final LocalDate day;
  private final int most;
  private final Map<String, QueryCount> counts = new HashMap<>();

  /**
   * Counts to go on from.
   *
   * @param most how many different words are kept in the end; for a while it may be twice as many,
   *     so that what is new gets its chance
   */
  DayCounts(LocalDate day, int most, Collection<QueryCount> known) {
    this.day = day;
    this.most = most;
    known.forEach(this::add);
  }

  LocalDate day() {
    return day;
  }

  boolean has(String words) {
    return counts.containsKey(words);
  }

  void add(QueryCount more) {
    counts.merge(more.words(), more, QueryCount::plus);
    if (counts.size() > 2 * most) {
      shrink();
    }
  }

  private void shrink() {
    List<QueryCount> kept = mostFrequent();
    counts.clear();
    kept.forEach(count -> counts.put(count.words(), count));
  }

  /** At most so many as are kept, the rest together as others. */
  List<QueryCount> mostFrequent() {
    List<QueryCount> told =
        counts.values().stream()
            .filter(count -> !count.words().equals(QueryCount.OTHERS))
            .sorted(MOST_FIRST)
            .toList();
    QueryCount others =
        told.stream()
            .skip(most)
            .map(count -> count.named(QueryCount.OTHERS))
            .reduce(counts.getOrDefault(QueryCount.OTHERS, QueryCount.NONE), QueryCount::plus);
    List<QueryCount> all = new ArrayList<>(told.stream().limit(most).toList());
    if (others.searches() > 0) {
      all.add(others);
    }
    return List.copyOf(all);
  }
}
