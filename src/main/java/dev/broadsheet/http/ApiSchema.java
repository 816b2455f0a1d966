package dev.broadsheet.http;

import java.util.List;
import java.util.Map;

/** Makes JSON Schemas, as OpenAPI 3.1 has them. */
final class ApiSchema {
  private ApiSchema() {}

  static Map<String, Object> text() {
    return JsonTree.object("type", "string");
  }

  static Map<String, Object> text(int maxLength) {
    return JsonTree.object("type", "string", "maxLength", maxLength);
  }

  static Map<String, Object> format(String format) {
    return JsonTree.object("type", "string", "format", format);
  }

  /** The name of an item. */
  static Map<String, Object> id() {
    return JsonTree.object("type", "string", "pattern", "^[0-9a-f]{24}$");
  }

  static Map<String, Object> oneOf(List<String> words) {
    return JsonTree.object("type", "string", "enum", words);
  }

  static Map<String, Object> flag() {
    return JsonTree.object("type", "boolean");
  }

  static Map<String, Object> number() {
    return JsonTree.object("type", "number");
  }

  static Map<String, Object> whole(int min) {
    return JsonTree.object("type", "integer", "minimum", min);
  }

  static Map<String, Object> whole(int min, int max, int usual) {
    return JsonTree.object("type", "integer", "minimum", min, "maximum", max, "default", usual);
  }

  static Map<String, Object> array(Map<String, Object> items) {
    return JsonTree.object("type", "array", "items", items);
  }

  /** A schema that has a name. */
  static Map<String, Object> named(String name) {
    return JsonTree.object("$ref", "#/components/schemas/" + name);
  }

  /** An object with these properties, of which some are always there. */
  static Map<String, Object> object(Map<String, Object> properties, String... required) {
    return JsonTree.object(
        "type", "object", "required", List.of(required), "properties", properties);
  }

  /** An object whose properties are not known in advance. */
  static Map<String, Object> open(Object values) {
    return JsonTree.object("type", "object", "additionalProperties", values);
  }
}
