package dev.broadsheet.http;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes one JSON value, in UTF-8 and without blanks, straight into the bytes that are sent. What
 * it is given has to be in order: a name before each value of an object, an end for each start.
 *
 * <p>Most of an answer is text without a character that JSON writes in another way. Such text is
 * copied as it is, which took less than half of the time that a general generator took to look at
 * each character ({@code AnswerBench}).
 */
final class JsonWriter {
  private static final byte[] HEX = ascii("0123456789ABCDEF");
  private static final int SMALL = 1_024;

  /** What is larger is not kept for the next value. */
  private static final int KEPT = 128 * 1_024;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long ONES = 0x0101010101010101L;
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");

  /** For each byte: 0 as it is, -1 by its number, or the letter behind the backslash. */
  private static final byte[] ESCAPES = escapes();

  private byte[] bytes = new byte[SMALL];
  private int size;
  private boolean needsComma;

  /** What was written so far. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Whether nothing was written yet, or since it was cleared. */
  boolean isEmpty() {
    return size == 0;
  }

  /** Begins anew, with the next value. */
  void clear() {
    size = 0;
    needsComma = false;
    if (bytes.length > KEPT) {
      bytes = new byte[SMALL];
    }
  }

  void startObject() {
    start('{');
  }

  void endObject() {
    end('}');
  }

  void startArray() {
    start('[');
  }

  void endArray() {
    end(']');
  }

  /**
   * Begins a property; its value comes next.
   *
   * @param name of letters, digits and dots of ASCII, as all names of the API are
   */
  void name(String name) {
    int length = name.length();
    begin(length + 4);
    bytes[size++] = '"';
    for (int i = 0; i < length; i++) {
      bytes[size + i] = (byte) name.charAt(i);
    }
    size += length;
    bytes[size++] = '"';
    bytes[size++] = ':';
    needsComma = false;
  }

  /** A text; half surrogate pairs in it become question marks, as UTF-8 has no place for them. */
  void string(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    // Room for the worst: a comma, two quotes, and all of it by number.
    begin(6 * encoded.length + 3);
    bytes[size++] = '"';
    if (isPlain(encoded)) {
      System.arraycopy(encoded, 0, bytes, size, encoded.length);
      size += encoded.length;
    } else {
      escape(encoded);
    }
    bytes[size++] = '"';
    needsComma = true;
  }

  /** A number as it stands. */
  void number(String digits) {
    literal(ascii(digits));
  }

  void number(long number) {
    number(Long.toString(number));
  }

  void bool(boolean value) {
    literal(value ? TRUE : FALSE);
  }

  void property(String name, String text) {
    name(name);
    string(text);
  }

  void property(String name, long number) {
    name(name);
    number(number);
  }

  void property(String name, boolean value) {
    name(name);
    bool(value);
  }

  private void start(char bracket) {
    begin(2);
    bytes[size++] = (byte) bracket;
    needsComma = false;
  }

  private void end(char bracket) {
    ensure(1);
    bytes[size++] = (byte) bracket;
    needsComma = true;
  }

  private void literal(byte[] value) {
    begin(value.length + 1);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
    needsComma = true;
  }

  /** Makes room for a value, and parts it from the one before. */
  private void begin(int length) {
    ensure(length);
    if (needsComma) {
      bytes[size++] = ',';
    }
  }

  private void ensure(int length) {
    if (bytes.length - size < length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, length)));
    }
  }

  /** Whether a text stands in JSON as it is; eight bytes of it are looked at in one go. */
  private static boolean isPlain(byte[] text) {
    int at = 0;
    long found = 0;
    for (; at <= text.length - Long.BYTES; at += Long.BYTES) {
      long eight = (long) EIGHT.get(text, at);
      found |=
          below(eight, ONES * ' ')
              | below(eight ^ ONES * '"', ONES)
              | below(eight ^ ONES * '\\', ONES);
    }
    for (; at < text.length; at++) {
      found |= ESCAPES[text[at] & 0xFF];
    }
    return found == 0;
  }

  /** Not 0 where one of eight bytes is below a bound, of which there are eight, too. */
  private static long below(long eight, long bounds) {
    return (eight - bounds) & ~eight & (ONES << 7);
  }

  private void escape(byte[] text) {
    for (byte b : text) {
      byte escape = ESCAPES[b & 0xFF];
      if (escape == 0) {
        bytes[size++] = b;
      } else if (escape > 0) {
        bytes[size++] = '\\';
        bytes[size++] = escape;
      } else {
        byNumber(b);
      }
    }
  }

  private void byNumber(byte control) {
    bytes[size++] = '\\';
    bytes[size++] = 'u';
    bytes[size++] = '0';
    bytes[size++] = '0';
    bytes[size++] = HEX[control >> 4];
    bytes[size++] = HEX[control & 0xF];
  }

  private static byte[] escapes() {
    byte[] escapes = new byte[256];
    Arrays.fill(escapes, 0, ' ', (byte) -1);
    escapes['"'] = '"';
    escapes['\\'] = '\\';
    escapes['\b'] = 'b';
    escapes['\t'] = 't';
    escapes['\n'] = 'n';
    escapes['\f'] = 'f';
    escapes['\r'] = 'r';
    return escapes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
