package dev.broadsheet.corpus;

import java.util.Locale;

/** Foreign text as it is shown in a message: in one line and, as a value, not too long. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  /** A value in quotes, its first 60 characters. */
  static String value(String text) {
    String start = text;
    if (text.codePointCount(0, Math.min(text.length(), 2 * LONGEST + 2)) > LONGEST) {
      start = text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
    return "'" + line(start) + "'";
  }

  /** The text with all that would break the line, or would not be seen, as {@code \\u000a}. */
  static String line(String text) {
    if (text.codePoints().allMatch(Shown::isVisible)) {
      return text;
    }
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (isVisible(c)) {
            line.appendCodePoint(c);
          } else {
            line.append(String.format(Locale.ROOT, "\\u%04x", c));
          }
        });
    return line.toString();
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
