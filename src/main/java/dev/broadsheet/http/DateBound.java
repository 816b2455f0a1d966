package dev.broadsheet.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The moments that a bound on dates stands for: a date is a whole day, a month a whole month. So a
 * range from one bound to another begins with the first moment of the one and ends with the last of
 * the other, both inclusive, to the millisecond.
 *
 * @param first the earliest
 * @param last the latest; the same, where the bound is an instant
 */
record DateBound(Instant first, Instant last) {
  /** What is understood, to be read after "expected". */
  static final String EXPECTED =
      "a date (2019-12-20, 2019-12 or 2019), an instant (2019-12-20T20:00:00Z, or with an offset"
          + " such as +01:00), or a relative one (now, now-7d, now-12h; units s m h d w M y),"
          + " in the years 0001 to 9999";

  private static final Pattern DATE =
      Pattern.compile("(?<year>\\d{4})(?:-(?<month>\\d{2})(?:-(?<day>\\d{2}))?)?");

  /** In a URL's query a plus sign that is not encoded is a space. */
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(?<local>\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)"
              + "(?<offset>Z|[+ -]\\d{2}(?::?\\d{2})?)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RELATIVE =
      Pattern.compile("now(?:(?<sign>[+ -])(?<amount>\\d{1,18})(?<unit>[smhdwMy]))?");

  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS,
          "w", ChronoUnit.WEEKS,
          "M", ChronoUnit.MONTHS,
          "y", ChronoUnit.YEARS);

  /** Cuts to milliseconds, as the dates of the items are. */
  DateBound {
    first = first.truncatedTo(ChronoUnit.MILLIS);
    last = last.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Reads a bound.
   *
   * @param now what relative bounds count from, and in which zone days begin and end
   * @throws DateTimeException where it is none, or outside of the years 0001 to 9999
   */
  static DateBound parse(String text, ZonedDateTime now) {
    Matcher date = DATE.matcher(text);
    if (date.matches()) {
      return days(date, now.getZone());
    }
    Matcher dateTime = DATE_TIME.matcher(text);
    if (dateTime.matches()) {
      return moment(dateTime, now.getZone());
    }
    Matcher relative = RELATIVE.matcher(text);
    if (relative.matches()) {
      return relative(relative, now);
    }
    throw new DateTimeException("neither a date nor an instant");
  }

  private static DateBound days(Matcher date, ZoneId zone) {
    int year = Integer.parseInt(date.group("year"));
    String month = date.group("month");
    String day = date.group("day");
    LocalDate from =
        LocalDate.of(
            year,
            month == null ? 1 : Integer.parseInt(month),
            day == null ? 1 : Integer.parseInt(day));
    Period length = month == null ? Period.ofYears(1) : Period.ofMonths(1);
    LocalDate next = from.plus(day == null ? length : Period.ofDays(1));
    requireYear(year);
    // Not midnight: where clocks are put forward at midnight, the day begins later.
    return new DateBound(
        from.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant().minusMillis(1));
  }

  private static DateBound moment(Matcher dateTime, ZoneId zone) {
    LocalDateTime local = LocalDateTime.parse(dateTime.group("local").toUpperCase(Locale.ROOT));
    requireYear(local.getYear());
    String offset = dateTime.group("offset");
    if (offset != null) {
      Instant instant =
          local.toInstant(ZoneOffset.of(offset.toUpperCase(Locale.ROOT).replace(' ', '+')));
      return new DateBound(instant, instant);
    }
    // Where clocks are put back, a time of day comes twice: the bound holds both.
    ZonedDateTime zoned = local.atZone(zone);
    return new DateBound(
        zoned.withEarlierOffsetAtOverlap().toInstant(),
        zoned.withLaterOffsetAtOverlap().toInstant());
  }

  private static DateBound relative(Matcher relative, ZonedDateTime now) {
    ZonedDateTime then = now;
    if (relative.group("unit") != null) {
      long amount = Long.parseLong(relative.group("amount"));
      ChronoUnit unit = UNITS.getOrDefault(relative.group("unit"), ChronoUnit.DAYS);
      try {
        then = now.plus(relative.group("sign").equals("-") ? -amount : amount, unit);
      } catch (ArithmeticException tooFar) {
        throw new DateTimeException("too far away", tooFar);
      }
    }
    requireYear(then.getYear());
    return new DateBound(then.toInstant(), then.toInstant());
  }

  private static void requireYear(int year) {
    if (year < 1 || year > 9999) {
      throw new DateTimeException("outside of the years 0001 to 9999");
    }
  }
}
