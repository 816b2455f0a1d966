package dev.broadsheet.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes what was asked for, as it was given. */
final class EchoJson {
  private EchoJson() {}

  /** Writes an object of {@link ParsedSearch#echo()}. */
  static void write(JsonGenerator json, Map<String, Object> echo) {
    json.writeStartObject();
    echo.forEach((name, value) -> {
      json.writeName(JsonText.wellFormed(name));
      switch (value) {
        case List<?> list -> {
          json.writeStartArray();
          list.forEach(element -> json.writeString(JsonText.wellFormed(element.toString())));
          json.writeEndArray();
        }
        case Boolean flag -> json.writeBoolean(flag);
        case Number number -> json.writeNumber(JsonText.digits(new BigDecimal(number.toString())));
        default -> json.writeString(JsonText.wellFormed(value.toString()));
      }
    });
    json.writeEndObject();
  }
}
