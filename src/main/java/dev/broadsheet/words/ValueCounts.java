package dev.broadsheet.words;

import java.util.Arrays;

/**
 * How many hold each value of a field. Those that any holds are remembered, so that to list them
 * costs no more than there are, however many values the field has. Behind the last value there is
 * one that stands for none.
 */
public final class ValueCounts {
  private static final int FEW = 64;

  private final int[] counts;
  private int[] counted = new int[FEW];
  private int size;

  /**
   * Counts nothing yet.
   *
   * @param values how many there are
   */
  public ValueCounts(int values) {
    counts = new int[values + 1];
  }

  /** One more holds a value. */
  public void add(int value) {
    if (counts[value]++ == 0) {
      remember(value);
    }
  }

  /** So many hold a value; each is told once. */
  public void set(int value, int count) {
    if (count > 0) {
      counts[value] = count;
      remember(value);
    }
  }

  private void remember(int value) {
    if (size == counted.length) {
      counted = Arrays.copyOf(counted, 2 * size);
    }
    counted[size++] = value;
  }

  public int count(int value) {
    return counts[value];
  }

  /** The values that any holds, in the order in which they were met. */
  public int[] values() {
    return Arrays.stream(counted, 0, size).filter(value -> value < counts.length - 1).toArray();
  }
}
