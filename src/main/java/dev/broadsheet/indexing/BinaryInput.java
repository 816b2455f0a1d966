package dev.broadsheet.indexing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Reads what {@link BinaryOutput} wrote, from a slice of an array. */
final class BinaryInput {
  private final byte[] bytes;
  private final int end;
  private int position;

  BinaryInput(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.position = offset;
    this.end = offset + length;
  }

  boolean flag() {
    return small() != 0;
  }

  int small() {
    if (position >= end) {
      throw new IllegalStateException("stored article is cut off at byte " + position);
    }
    return bytes[position++] & 0xFF;
  }

  long number() {
    long value = 0;
    int shift = 0;
    int next;
    do {
      next = small();
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while ((next & 0x80) != 0);
    return value;
  }

  int size() {
    return Math.toIntExact(number());
  }

  long fixed() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | small();
    }
    return value;
  }

  String text() {
    int length = skipped(size());
    return new String(bytes, position - length, length, StandardCharsets.UTF_8);
  }

  byte[] block() {
    int length = skipped(size());
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  OptionalDouble decimal() {
    return flag() ? OptionalDouble.of(Double.longBitsToDouble(fixed())) : OptionalDouble.empty();
  }

  <T> Optional<T> optional(Function<BinaryInput, T> reader) {
    return flag() ? Optional.of(reader.apply(this)) : Optional.empty();
  }

  <T> List<T> list(Function<BinaryInput, T> reader) {
    int size = size();
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(reader.apply(this));
    }
    return values;
  }

  private int skipped(int length) {
    if (length < 0 || length > end - position) {
      throw new IllegalStateException("stored article is cut off at byte " + position);
    }
    position += length;
    return length;
  }
}
