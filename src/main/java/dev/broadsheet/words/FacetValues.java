package dev.broadsheet.words;

import java.util.Set;

/**
 * One field's values, numbered from 0. Values that differ only in case are one; it is shown as it
 * is most often written.
 */
public interface FacetValues {
  /** How many values there are, perhaps with those of deleted items. */
  int size();

  /** How many items hold a value. */
  long liveCount(int value);

  /** A value as it is most often written. */
  FacetTerm shown(int value);

  /** The values of this key and, if asked for, of this label; both in folded form. */
  Set<Integer> named(String key, boolean orLabelled);
}
