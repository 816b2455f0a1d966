package dev.broadsheet.search;

import java.util.Arrays;
import java.util.Optional;

/** What items can be counted by, and, but for the date, filtered by: whole values. */
public enum FacetField {
  /** What it is about. */
  TOPIC("topic"),
  /** Who published it: counted by domain, filtered by domain or name. */
  PROVIDER("provider"),
  /** Such as {@code news}. */
  CATEGORY("category"),
  /** Such as {@code article} or {@code video}. */
  TYPE("type"),
  /** {@code article} or {@code related}. */
  KIND("kind"),
  /** {@code true} or {@code false}. */
  PUBLISHED("published"),
  /** A second set of values, of the sites that have them. */
  TAG("tag"),
  /** When it came out: counted by day, month or year, filtered by {@link Filter.DateRange}. */
  DATE("date");

  private final String label;

  FacetField(String label) {
    this.label = label;
  }

  /** The word for it in requests and answers. */
  public String label() {
    return label;
  }

  /** The field of this name. */
  public static Optional<FacetField> of(String label) {
    return Arrays.stream(values()).filter(field -> field.label.equals(label)).findFirst();
  }
}
