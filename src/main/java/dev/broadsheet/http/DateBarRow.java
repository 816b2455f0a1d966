package dev.broadsheet.http;

import dev.broadsheet.search.FacetCounts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bars of a date histogram as they are shown: side by side from the first to the last, those
 * with nothing in them too, and so few that they can be told apart.
 *
 * @param unit of which each bar spans one: days, months or years
 * @param counts by the first day of each bar; those with nothing are left out
 */
record DateBarRow(ChronoUnit unit, TreeMap<LocalDate, Long> counts) {
  /** Each has two or three pixels then. */
  static final int MOST = 100;

  /**
   * A bar.
   *
   * @param span as ISO 8601 writes a year, a month or a day
   * @param count what is in it
   */
  record Bar(String span, long count) {}

  /** The bars that an engine counted, all of one kind. */
  static DateBarRow of(List<FacetCounts.Value> values) {
    TreeMap<LocalDate, Long> counts = new TreeMap<>();
    values.forEach(value -> counts.merge(first(value.value()), value.count(), Long::sum));
    int length = values.isEmpty() ? 0 : values.getFirst().value().length();
    return new DateBarRow(
        switch (length) {
          case 4 -> ChronoUnit.YEARS;
          case 7 -> ChronoUnit.MONTHS;
          default -> ChronoUnit.DAYS;
        },
        counts);
  }

  private static LocalDate first(String span) {
    return switch (span.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(span), 1, 1);
      case 7 -> YearMonth.parse(span).atDay(1);
      default -> LocalDate.parse(span);
    };
  }

  /** Only the bars that hold a day from one bound to the other. */
  DateBarRow within(Optional<LocalDate> from, Optional<LocalDate> to) {
    TreeMap<LocalDate, Long> kept = new TreeMap<>(counts);
    from.map(day -> begin(day, unit)).ifPresent(day -> kept.headMap(day).clear());
    to.ifPresent(day -> kept.tailMap(day, false).clear());
    return new DateBarRow(unit, kept);
  }

  /** All of them, in wider spans where they would be too many. */
  List<Bar> bars() {
    if (counts.isEmpty()) {
      return List.of();
    }
    if (unit != ChronoUnit.YEARS && number() > MOST) {
      return wider().bars();
    }
    List<Bar> bars = new ArrayList<>();
    LocalDate last = counts.lastKey();
    // A date of long ago is more often wrong than old: what is newest is shown.
    LocalDate first = number() > MOST ? last.minus(MOST - 1L, unit) : counts.firstKey();
    for (LocalDate day = first; !day.isAfter(last); day = day.plus(1, unit)) {
      bars.add(new Bar(span(day), counts.getOrDefault(day, 0L)));
    }
    return bars;
  }

  private long number() {
    return unit.between(counts.firstKey(), counts.lastKey()) + 1;
  }

  private DateBarRow wider() {
    ChronoUnit next = unit == ChronoUnit.DAYS ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
    TreeMap<LocalDate, Long> sums = new TreeMap<>();
    for (Map.Entry<LocalDate, Long> bar : counts.entrySet()) {
      sums.merge(begin(bar.getKey(), next), bar.getValue(), Long::sum);
    }
    return new DateBarRow(next, sums);
  }

  private static LocalDate begin(LocalDate day, ChronoUnit unit) {
    return switch (unit) {
      case YEARS -> day.withDayOfYear(1);
      case MONTHS -> day.withDayOfMonth(1);
      default -> day;
    };
  }

  private String span(LocalDate day) {
    return switch (unit) {
      case YEARS -> String.format(Locale.ROOT, "%04d", day.getYear());
      case MONTHS -> YearMonth.from(day).toString();
      default -> day.toString();
    };
  }
}
