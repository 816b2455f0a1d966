package dev.broadsheet.search;

import java.util.Arrays;
import java.util.Optional;

/**
 * The order of the hits. Ties break by date, newest first, then by id; an item that lacks what is
 * sorted by comes last.
 */
public enum SortOrder {
  /** Best match first. */
  RELEVANCE("relevance"),
  /** Newest first. */
  NEWEST("date"),
  /** Oldest first. */
  OLDEST("-date"),
  /** Highest quality first. */
  QUALITY("quality"),
  /** Hottest first. */
  HEAT("heat");

  private final String label;

  SortOrder(String label) {
    this.label = label;
  }

  /** The word for it in requests. */
  public String label() {
    return label;
  }

  /** The order of this name. */
  public static Optional<SortOrder> of(String label) {
    return Arrays.stream(values()).filter(order -> order.label.equals(label)).findFirst();
  }
}
