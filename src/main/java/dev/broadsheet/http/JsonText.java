package dev.broadsheet.http;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** JSON as bytes in UTF-8. */
final class JsonText {
  static final String MEDIA_TYPE = "application/json";

  /** Numbers with more digits than this before or after the point get an exponent. */
  private static final int LONGEST_PLAIN = 18;

  /** Whole numbers below this one have no other between them that a double could mean. */
  private static final double LARGEST_EXACT = 1e15;

  /**
   * Most of what it takes to write an answer is to get memory for it: the few threads that make
   * answers use theirs again.
   */
  private static final ThreadLocal<JsonWriter> OF_THREAD = ThreadLocal.withInitial(JsonWriter::new);

  private JsonText() {}

  /** What is written. */
  static byte[] bytes(Consumer<JsonWriter> content) {
    JsonWriter own = OF_THREAD.get();
    JsonWriter json = own.isEmpty() ? own : new JsonWriter();
    try {
      content.accept(json);
      return json.toBytes();
    } finally {
      json.clear();
    }
  }

  /**
   * The text, with half surrogate pairs replaced: UTF-8 has no place for them, and one in a title
   * must not take the whole answer down.
   */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
    }
    return text;
  }

  static void text(JsonWriter json, String name, Optional<String> value) {
    value.ifPresent(text -> text(json, name, text));
  }

  static void text(JsonWriter json, String name, String value) {
    json.property(name, value);
  }

  static void texts(JsonWriter json, String name, List<String> values) {
    if (!values.isEmpty()) {
      json.name(name);
      json.startArray();
      values.forEach(value -> json.string(value));
      json.endArray();
    }
  }

  static void number(JsonWriter json, String name, OptionalDouble value) {
    if (value.isPresent()) {
      json.name(name);
      json.number(digits(value.getAsDouble()));
    }
  }

  /** 88 and not 88.0; plain, unless that would be a long row of zeros. */
  static String digits(double number) {
    double size = Math.abs(number);
    if (size < LARGEST_EXACT && number == Math.rint(number)) {
      return Long.toString((long) number);
    }
    // Within these bounds, Java writes neither an exponent nor a zero at the end.
    return size >= 1e-3 && size < 1e7
        ? Double.toString(number)
        : digits(BigDecimal.valueOf(number));
  }

  /** 88 and not 88.0; plain, unless that would be a long row of zeros. */
  static String digits(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    boolean plain =
        Math.abs(stripped.scale()) <= LONGEST_PLAIN && stripped.precision() <= LONGEST_PLAIN;
    return plain ? stripped.toPlainString() : stripped.toString();
  }
}
