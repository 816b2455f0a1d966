package dev.broadsheet.corpus;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads a point in time as feeds write it: {@code 2019-12-20}, {@code 2019-12-20T20:43:00Z}, {@code
 * 2019-12-20 20:43:00.5 +01:00}. A date alone is its midnight, and a time without a zone is read,
 * in UTC. Years from 1 to 9999.
 */
final class DateText {
  private static final int NANO_DIGITS = 9;

  private final String text;
  private int at;

  private DateText(String text) {
    this.text = text;
  }

  /** The instant; empty where the text is none. */
  static Optional<Instant> parse(String text) {
    try {
      Instant instant = new DateText(text).instant();
      int year = instant.atOffset(ZoneOffset.UTC).getYear();
      return year >= 1 && year <= 9999 ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private Instant instant() {
    int year = number(4);
    expect('-');
    int month = number(2);
    expect('-');
    int day = number(2);
    if (year == 0) {
      throw new DateTimeException("year 0");
    }
    if (at == text.length()) {
      return LocalDateTime.of(year, month, day, 0, 0).toInstant(ZoneOffset.UTC);
    }
    if (!skip('T') && !skip('t')) {
      expect(' ');
    }
    int hour = number(2);
    expect(':');
    int minute = number(2);
    int second = skip(':') ? number(2) : 0;
    int nano = skip('.') || skip(',') ? fraction() : 0;
    return LocalDateTime.of(year, month, day, hour, minute, second, nano).toInstant(zone());
  }

  private ZoneOffset zone() {
    if (at == text.length()) {
      return ZoneOffset.UTC;
    }
    if (skip('Z') || skip('z')) {
      end();
      return ZoneOffset.UTC;
    }
    skip(' ');
    if (skip('Z')) {
      end();
      return ZoneOffset.UTC;
    }
    int sign = skip('-') ? -1 : 1;
    if (sign > 0) {
      expect('+');
    }
    int hours = number(2);
    boolean colon = skip(':');
    int minutes = colon || at < text.length() ? number(2) : 0;
    end();
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  private int fraction() {
    int nano = 0;
    int digits = 0;
    for (; at < text.length() && isDigit(text.charAt(at)); at++, digits++) {
      nano = digits < NANO_DIGITS ? nano * 10 + text.charAt(at) - '0' : nano;
    }
    if (digits == 0) {
      throw new DateTimeException("no digits");
    }
    for (; digits < NANO_DIGITS; digits++) {
      nano *= 10;
    }
    return nano;
  }

  private int number(int digits) {
    int number = 0;
    for (int i = 0; i < digits; i++, at++) {
      if (at == text.length() || !isDigit(text.charAt(at))) {
        throw new DateTimeException("not a digit");
      }
      number = number * 10 + text.charAt(at) - '0';
    }
    return number;
  }

  private boolean skip(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char c) {
    if (!skip(c)) {
      throw new DateTimeException("something else");
    }
  }

  private void end() {
    if (at < text.length()) {
      throw new DateTimeException("more text");
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
