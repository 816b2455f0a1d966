package dev.broadsheet.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes what was asked for, as it was given. */
final class EchoJson {
  private EchoJson() {}

  /** Writes an object of {@link ParsedSearch#echo()}. */
  static void write(JsonWriter json, Map<String, Object> echo) {
    json.startObject();
    echo.forEach((name, value) -> {
      json.name(name);
      switch (value) {
        case List<?> list -> {
          json.startArray();
          list.forEach(element -> json.string(element.toString()));
          json.endArray();
        }
        case Boolean flag -> json.bool(flag);
        case Number number -> json.number(JsonText.digits(new BigDecimal(number.toString())));
        default -> json.string(value.toString());
      }
    });
    json.endObject();
  }
}
