package dev.broadsheet.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes dates for a reader of English. */
final class DateText {
  private static final DateTimeFormatter DAY = formatter("d MMM yyyy");
  private static final DateTimeFormatter WHOLE = formatter("EEEE, d MMMM yyyy, HH:mm");
  private static final DateTimeFormatter BAR_DAY = formatter("d MMMM yyyy");
  private static final DateTimeFormatter BAR_MONTH = formatter("MMMM yyyy");

  private DateText() {}

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** Such as {@code 3 Oct 2019}. */
  static String day(Instant instant, ZoneId zone) {
    return DAY.format(instant.atZone(zone));
  }

  /** Such as {@code Thursday, 3 October 2019, 08:00 UTC}. */
  static String whole(Instant instant, ZoneId zone) {
    String name =
        zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return WHOLE.format(instant.atZone(zone)) + " " + name;
  }

  /**
   * Such as {@code 7 years ago}; to the hour, so that what is said of an article holds for as long.
   * Empty for what is yet to come.
   *
   * @param now of which the hour counts
   */
  static String age(Instant instant, Instant now, ZoneId zone) {
    ZonedDateTime then = instant.atZone(zone).truncatedTo(ChronoUnit.HOURS);
    ZonedDateTime hour = now.atZone(zone).truncatedTo(ChronoUnit.HOURS);
    long hours = then.until(hour, ChronoUnit.HOURS);
    if (hours < 0) {
      return "";
    }
    if (hours == 0) {
      return "this hour";
    }
    return hours < 24 ? ago(hours, "hour") : days(then.toLocalDate(), hour.toLocalDate());
  }

  private static String days(LocalDate then, LocalDate today) {
    long days = then.until(today, ChronoUnit.DAYS);
    if (days <= 1) {
      return "yesterday";
    }
    if (days < 14) {
      return ago(days, "day");
    }
    long months = then.until(today, ChronoUnit.MONTHS);
    if (months < 2) {
      return ago(days / 7, "week");
    }
    return months < 24 ? ago(months, "month") : ago(months / 12, "year");
  }

  private static String ago(long number, String unit) {
    return Counted.of(number, unit) + " ago";
  }

  /** A year, a month or a day of ISO 8601: {@code December 2019} for {@code 2019-12}. */
  static String span(String span) {
    return switch (span.length()) {
      case 4 -> Year.parse(span).toString();
      case 7 -> BAR_MONTH.format(YearMonth.parse(span));
      default -> BAR_DAY.format(LocalDate.parse(span));
    };
  }
}
