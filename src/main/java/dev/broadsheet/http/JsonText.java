package dev.broadsheet.http;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON as bytes in UTF-8. */
final class JsonText {
  static final String MEDIA_TYPE = "application/json";

  /** Numbers with more digits than this before or after the point get an exponent. */
  private static final int LONGEST_PLAIN = 18;

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  /** What is written to a generator. */
  static byte[] bytes(Consumer<JsonGenerator> content) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      content.accept(json);
    }
    return bytes.toByteArray();
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

  static void text(JsonGenerator json, String name, Optional<String> value) {
    value.ifPresent(text -> text(json, name, text));
  }

  static void text(JsonGenerator json, String name, String value) {
    json.writeStringProperty(name, wellFormed(value));
  }

  static void texts(JsonGenerator json, String name, List<String> values) {
    if (!values.isEmpty()) {
      json.writeName(name);
      json.writeStartArray();
      values.forEach(value -> json.writeString(wellFormed(value)));
      json.writeEndArray();
    }
  }

  static void number(JsonGenerator json, String name, OptionalDouble value) {
    if (value.isPresent()) {
      json.writeName(name);
      json.writeNumber(digits(BigDecimal.valueOf(value.getAsDouble())));
    }
  }

  /** 88 and not 88.0; plain, unless that would be a long row of zeros. */
  static String digits(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    boolean plain =
        Math.abs(stripped.scale()) <= LONGEST_PLAIN && stripped.precision() <= LONGEST_PLAIN;
    return plain ? stripped.toPlainString() : stripped.toString();
  }
}
