package dev.broadsheet.lucene;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts dates by the days of a time zone, and adds the days up to the bars that are wanted. */
final class DateHistogram {
  private static final long DAY_MILLIS = 86_400_000;

  /** Up to a quarter by days, up to ten years by months, and beyond by years. */
  private static final long MAX_DAYS = 92;

  private static final long MAX_MONTHS = 120;

  private final ZoneRules rules;
  private final Map<Long, int[]> counts = new HashMap<>();
  private long offsetFrom = Long.MAX_VALUE;
  private long offsetTo = Long.MIN_VALUE;
  private long offsetMillis;
  private long day = Long.MIN_VALUE;
  private int[] count = new int[1];

  DateHistogram(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /** Counts a moment, in milliseconds of the epoch. Quickest where they come in order. */
  void add(long millis) {
    if (millis < offsetFrom || millis >= offsetTo) {
      findOffset(millis);
    }
    long itsDay = Math.floorDiv(millis + offsetMillis, DAY_MILLIS);
    if (itsDay != day) {
      day = itsDay;
      count = counts.computeIfAbsent(day, unseen -> new int[1]);
    }
    count[0]++;
  }

  private void findOffset(long millis) {
    Instant instant = Instant.ofEpochMilli(millis);
    ZoneOffset offset = rules.getOffset(instant);
    offsetMillis = offset.getTotalSeconds() * 1000L;
    if (rules.isFixedOffset()) {
      offsetFrom = Long.MIN_VALUE;
      offsetTo = Long.MAX_VALUE;
      return;
    }
    ZoneOffsetTransition next = rules.nextTransition(instant);
    offsetFrom = millis;
    offsetTo = next == null ? Long.MAX_VALUE : next.getInstant().toEpochMilli();
    ZoneOffsetTransition last = rules.previousTransition(instant.plusMillis(1));
    offsetFrom = last == null ? Long.MIN_VALUE : last.getInstant().toEpochMilli();
  }

  /** The bars that hold something, from old to new. */
  List<FacetCounts.Value> values(DateInterval interval) {
    var days = new TreeMap<>(counts);
    if (days.isEmpty()) {
      return List.of();
    }
    DateInterval chosen =
        interval == DateInterval.AUTO ? suited(days.firstKey(), days.lastKey()) : interval;
    Map<String, Long> bars = new LinkedHashMap<>();
    days.forEach((epochDay, number) ->
        bars.merge(bar(LocalDate.ofEpochDay(epochDay), chosen), (long) number[0], Long::sum));
    return bars.entrySet().stream()
        .map(bar -> new FacetCounts.Value(bar.getKey(), Optional.empty(), bar.getValue(), false))
        .toList();
  }

  /** A single day is shown as its month: one bar says little, and a day's the least. */
  private static DateInterval suited(long firstDay, long lastDay) {
    long days = lastDay - firstDay + 1;
    if (days > 1 && days <= MAX_DAYS) {
      return DateInterval.DAY;
    }
    long months =
        YearMonth.from(LocalDate.ofEpochDay(firstDay))
            .until(YearMonth.from(LocalDate.ofEpochDay(lastDay)), ChronoUnit.MONTHS);
    return months <= MAX_MONTHS ? DateInterval.MONTH : DateInterval.YEAR;
  }

  private static String bar(LocalDate day, DateInterval interval) {
    return switch (interval) {
      case DAY -> day.toString();
      case MONTH, AUTO -> YearMonth.from(day).toString();
      case YEAR -> String.format(Locale.ROOT, "%04d", Year.from(day).getValue());
    };
  }
}
