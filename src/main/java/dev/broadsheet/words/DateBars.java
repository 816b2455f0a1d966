package dev.broadsheet.words;

import dev.broadsheet.search.DateInterval;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Names the bars of a histogram into which days fall. */
public final class DateBars {
  /** Up to a quarter by days, up to ten years by months, and beyond by years. */
  private static final long MAX_DAYS = 92;

  private static final long MAX_MONTHS = 120;

  private DateBars() {}

  /** The interval itself, or what suits a span of days. */
  public static DateInterval chosen(DateInterval interval, long firstDay, long lastDay) {
    return interval == DateInterval.AUTO ? suited(firstDay, lastDay) : interval;
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

  /** The bar of a day of the epoch. */
  public static String bar(long epochDay, DateInterval interval) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    return switch (interval) {
      case DAY -> day.toString();
      case MONTH, AUTO -> YearMonth.from(day).toString();
      case YEAR -> String.format(Locale.ROOT, "%04d", Year.from(day).getValue());
    };
  }
}
