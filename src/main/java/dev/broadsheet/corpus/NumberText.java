package dev.broadsheet.corpus;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads numbers as feeds write them: {@code 88}, {@code -1}, {@code 0.5}, {@code 1e3}. */
final class NumberText {
  private NumberText() {}

  /** The decimal number; empty where the text is none, or none that is finite. */
  static OptionalDouble decimal(String text) {
    if (!isDecimal(text)) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(text);
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }

  /** The whole number from 0 up; empty where the text is none, or is above two thousand million. */
  static OptionalInt whole(String text) {
    if (text.isEmpty() || digitsFrom(text, 0) < text.length()) {
      return OptionalInt.empty();
    }
    double number = Double.parseDouble(text);
    return number <= Integer.MAX_VALUE ? OptionalInt.of((int) number) : OptionalInt.empty();
  }

  private static boolean isDecimal(String text) {
    int start = signEnd(text, 0);
    int end = digitsFrom(text, start);
    int digits = end - start;
    if (end < text.length() && text.charAt(end) == '.') {
      int fraction = end + 1;
      end = digitsFrom(text, fraction);
      digits += end - fraction;
    }
    if (digits > 0 && end < text.length() && (text.charAt(end) | 0x20) == 'e') {
      int exponent = signEnd(text, end + 1);
      end = digitsFrom(text, exponent);
      digits = end - exponent;
    }
    return digits > 0 && end == text.length();
  }

  private static int signEnd(String text, int at) {
    boolean sign = at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
    return sign ? at + 1 : at;
  }

  private static int digitsFrom(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
