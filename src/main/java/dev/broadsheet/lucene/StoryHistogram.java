package dev.broadsheet.lucene;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.words.DateBars;
import dev.broadsheet.words.ZoneDays;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Counts stories by the days of a time zone: a story counts once in each bar in which it is. */
final class StoryHistogram {
  private static final int FEW = 64;

  private final ZoneDays calendar;
  private int size;
  private int[] stories = new int[FEW];
  private long[] days = new long[FEW];

  StoryHistogram(ZoneId zone) {
    this.calendar = new ZoneDays(zone);
  }

  /** Adds a moment, in milliseconds of the epoch. All those of a story have to come together. */
  void add(int story, long millis) {
    if (size == stories.length) {
      stories = Arrays.copyOf(stories, 2 * size);
      days = Arrays.copyOf(days, 2 * size);
    }
    stories[size] = story;
    days[size++] = calendar.day(millis);
  }

  /** The bars that hold something, from old to new. */
  List<FacetCounts.Value> values(DateInterval interval) {
    NavigableSet<Long> distinct = new TreeSet<>();
    Arrays.stream(days, 0, size).forEach(distinct::add);
    if (distinct.isEmpty()) {
      return List.of();
    }
    DateInterval chosen = DateBars.chosen(interval, distinct.first(), distinct.last());
    Map<String, Bar> bars = new LinkedHashMap<>();
    Map<Long, Bar> byDay = new HashMap<>();
    for (long day : distinct) {
      byDay.put(day, bars.computeIfAbsent(DateBars.bar(day, chosen), unseen -> new Bar()));
    }
    for (int i = 0; i < size; i++) {
      Objects.requireNonNull(byDay.get(days[i])).add(stories[i]);
    }
    List<FacetCounts.Value> values = new ArrayList<>();
    bars.forEach(
        (name, bar) -> values.add(new FacetCounts.Value(name, Optional.empty(), bar.count, false)));
    return values;
  }

  private static final class Bar {
    private int last = -1;
    private long count;

    void add(int story) {
      if (story != last) {
        last = story;
        count++;
      }
    }
  }
}
