package dev.broadsheet.opensearch;

import java.util.Comparator;

/** A term of a field. */
record FieldTerm(String field, String token) implements Comparable<FieldTerm> {
  private static final Comparator<FieldTerm> ORDER =
      Comparator.comparing(FieldTerm::field).thenComparing(FieldTerm::token);

  @Override
  public int compareTo(FieldTerm other) {
    return ORDER.compare(this, other);
  }
}
