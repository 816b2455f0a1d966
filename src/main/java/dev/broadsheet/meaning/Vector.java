package dev.broadsheet.meaning;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A direction, as whole numbers from -127 to 127. Only the direction tells, so each vector is
 * stretched until its largest number is 127; that changes no cosine by more than 0.003, and takes a
 * quarter of the room.
 */
public final class Vector {
  private final byte[] numbers;

  private Vector(byte[] numbers) {
    this.numbers = numbers;
  }

  /** The nearest of whole numbers; one of zeros, or with what is no number, has no direction. */
  public static Vector of(float[] exact) {
    float largest = 0;
    for (float number : exact) {
      largest = Math.max(largest, Math.abs(number));
    }
    if (!(largest > 0 && largest < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("vector: it has no direction");
    }
    byte[] numbers = new byte[exact.length];
    for (int i = 0; i < exact.length; i++) {
      numbers[i] = (byte) Math.round(exact[i] / largest * Byte.MAX_VALUE);
    }
    return new Vector(numbers);
  }

  /** That which {@link #bytes} wrote. */
  public static Vector of(byte[] numbers) {
    return new Vector(numbers.clone());
  }

  /** The numbers. */
  public byte[] bytes() {
    return numbers.clone();
  }

  /** How many numbers there are. */
  public int dimensions() {
    return numbers.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Vector vector && Arrays.equals(numbers, vector.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return "a vector of " + numbers.length + " numbers";
  }
}
