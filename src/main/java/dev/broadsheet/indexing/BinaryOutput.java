package dev.broadsheet.indexing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/** Writes the compact form in which articles and mentions are kept: see {@link BinaryInput}. */
final class BinaryOutput {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  void flag(boolean value) {
    bytes.write(value ? 1 : 0);
  }

  /** A number of seven bits a byte, lowest first, the eighth saying that there is more. */
  void number(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  void fixed(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes.write((int) (value >>> shift));
    }
  }

  void text(String value) {
    block(value.getBytes(StandardCharsets.UTF_8));
  }

  void block(byte[] value) {
    number(value.length);
    bytes.writeBytes(value);
  }

  void decimal(OptionalDouble value) {
    flag(value.isPresent());
    value.ifPresent(present -> fixed(Double.doubleToRawLongBits(present)));
  }

  <T> void optional(Optional<T> value, BiConsumer<BinaryOutput, T> writer) {
    flag(value.isPresent());
    value.ifPresent(present -> writer.accept(this, present));
  }

  <T> void list(List<T> values, BiConsumer<BinaryOutput, T> writer) {
    number(values.size());
    values.forEach(value -> writer.accept(this, value));
  }
}
