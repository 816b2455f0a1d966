package dev.broadsheet.lucene;

import java.util.Arrays;

/**
 * How many hold each value of a field. Those that any holds are remembered, so that to list them
 * costs no more than there are, however many values the field has. Behind the last value there is
 * one that stands for none.
 */
final class ValueCounts {
  private static final int FEW = 64;

  private final int[] counts;
  private int[] counted = new int[FEW];
  private int size;

  /**
   * Counts nothing yet.
   *
   * @param values how many there are
   */
  ValueCounts(int values) {
    counts = new int[values + 1];
  }

  /** One more holds a value. */
  void add(int value) {
    if (counts[value]++ == 0) {
      remember(value);
    }
  }

  private void remember(int value) {
    if (size == counted.length) {
      counted = Arrays.copyOf(counted, 2 * size);
    }
    counted[size++] = value;
  }

  int count(int value) {
    return counts[value];
  }

  /** The values that any holds, in the order in which they were met. */
  int[] values() {
    return Arrays.stream(counted, 0, size).filter(value -> value < counts.length - 1).toArray();
  }
}
