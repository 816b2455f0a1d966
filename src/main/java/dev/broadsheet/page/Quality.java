package dev.broadsheet.page;

import java.util.Locale;
import java.util.OptionalDouble;

/** What a reader is told of an article's quality: that it is good, or nothing. */
enum Quality {
  /** Above most. */
  HIGH("High quality"),
  /** Above the middle. */
  GOOD("Good quality"),
  /** Nothing to be said, or nothing known. */
  PLAIN("");

  private static final double HIGH_FROM = 100;
  private static final double GOOD_FROM = 60;

  private final String text;

  Quality(String text) {
    this.text = text;
  }

  /** In two words. */
  String text() {
    return text;
  }

  /** For a class of the style sheet. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** That of a score of about 0 to 200. */
  static Quality of(OptionalDouble score) {
    if (score.isEmpty() || score.getAsDouble() < GOOD_FROM) {
      return PLAIN;
    }
    return score.getAsDouble() < HIGH_FROM ? GOOD : HIGH;
  }
}
