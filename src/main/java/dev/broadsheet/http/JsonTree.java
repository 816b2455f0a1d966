package dev.broadsheet.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists, texts, whole numbers and booleans, for what is put together once. */
final class JsonTree {
  private JsonTree() {}

  /** An object that keeps the order in which it is told, names and values by turns. */
  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  /** One object with what several have. */
  static Map<String, Object> joined(Map<String, Object> first, Map<String, Object> second) {
    Map<String, Object> joined = new LinkedHashMap<>(first);
    joined.putAll(second);
    return joined;
  }

  static void write(JsonWriter json, Object value) {
    switch (value) {
      case Map<?, ?> object -> {
        json.startObject();
        object.forEach((name, element) -> {
          json.name((String) name);
          write(json, element);
        });
        json.endObject();
      }
      case List<?> array -> {
        json.startArray();
        array.forEach(element -> write(json, element));
        json.endArray();
      }
      case Boolean flag -> json.bool(flag);
      case Number number -> json.number(number.longValue());
      default -> json.string(value.toString());
    }
  }
}
