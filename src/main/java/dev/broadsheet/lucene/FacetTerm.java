package dev.broadsheet.lucene;

import dev.broadsheet.article.FoldedText;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;

/**
 * One whole value as an item writes it. What items are grouped by is the folded value; how it is
 * written, and an outlet's name beside its domain, may differ from item to item.
 *
 * @param value to filter by
 * @param label to show
 * @param key what is the same for all ways to write the value
 * @param labelKey what is the same for all ways to write the label
 */
record FacetTerm(String value, String label, String key, String labelKey)
    implements Comparable<FacetTerm> {
  private static final char SEPARATOR = 0;

  static FacetTerm of(String value, String label) {
    String plainValue = value.replace(SEPARATOR, ' ');
    String plainLabel = label.replace(SEPARATOR, ' ');
    return new FacetTerm(
        plainValue, plainLabel, FoldedText.of(plainValue), FoldedText.of(plainLabel));
  }

  /** The term of the doc values. */
  BytesRef toBytes() {
    return new BytesRef(value + SEPARATOR + label);
  }

  static FacetTerm of(BytesRef bytes) {
    String term = new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.UTF_8);
    int separator = term.indexOf(SEPARATOR);
    return of(term.substring(0, separator), term.substring(separator + 1));
  }

  @Override
  public int compareTo(FacetTerm other) {
    int byValue = value.compareTo(other.value);
    return byValue != 0 ? byValue : label.compareTo(other.label);
  }
}
