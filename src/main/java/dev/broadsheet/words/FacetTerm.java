package dev.broadsheet.words;

import dev.broadsheet.article.FoldedText;

/**
 * One whole value as an item writes it. What items are grouped by is the folded value; how it is
 * written, and an outlet's name beside its domain, may differ from item to item.
 *
 * @param value to filter by
 * @param label to show
 * @param key what is the same for all ways to write the value
 * @param labelKey what is the same for all ways to write the label
 */
public record FacetTerm(String value, String label, String key, String labelKey)
    implements Comparable<FacetTerm> {
  private static final char SEPARATOR = 0;

  public static FacetTerm of(String value, String label) {
    String plainValue = value.replace(SEPARATOR, ' ');
    String plainLabel = label.replace(SEPARATOR, ' ');
    return new FacetTerm(
        plainValue, plainLabel, FoldedText.of(plainValue), FoldedText.of(plainLabel));
  }

  /** Value and label in one, as they are kept in an index. */
  public String joined() {
    return value + SEPARATOR + label;
  }

  /** Reads {@link #joined}. */
  public static FacetTerm split(String joined) {
    int separator = joined.indexOf(SEPARATOR);
    return of(joined.substring(0, separator), joined.substring(separator + 1));
  }

  @Override
  public int compareTo(FacetTerm other) {
    int byValue = value.compareTo(other.value);
    return byValue != 0 ? byValue : label.compareTo(other.label);
  }
}
