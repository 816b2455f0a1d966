package dev.broadsheet.search;

import java.util.Arrays;
import java.util.Optional;

/** The width of the bars of a date histogram. */
public enum DateInterval {
  /** Bars such as {@code 2019-12-20}. */
  DAY("day"),
  /** Bars such as {@code 2019-12}. */
  MONTH("month"),
  /** Bars such as {@code 2019}. */
  YEAR("year"),
  /** What suits the span of the items that are counted. */
  AUTO("auto");

  private final String label;

  DateInterval(String label) {
    this.label = label;
  }

  /** The word for it in requests. */
  public String label() {
    return label;
  }

  /** The interval of this name. */
  public static Optional<DateInterval> of(String label) {
    return Arrays.stream(values()).filter(interval -> interval.label.equals(label)).findFirst();
  }
}
