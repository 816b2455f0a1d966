package dev.broadsheet.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parameter, as it is described.
 *
 * @param name as in a request
 * @param inPath whether it is a part of the path
 * @param description what it does, for a person
 * @param schema what values it has
 * @param commas whether several values are given in one, with commas
 */
record ApiParameter(
    String name, boolean inPath, String description, Map<String, Object> schema, boolean commas) {
  /** One of a query. */
  static ApiParameter query(String name, String description, Map<String, Object> schema) {
    return new ApiParameter(name, false, description, schema, false);
  }

  /** The words of which one, or some, are to be chosen; none where it is open. */
  List<String> choices() {
    Map<?, ?> one = schema.get("items") instanceof Map<?, ?> items ? items : schema;
    return one.get("enum") instanceof List<?> words
        ? words.stream().map(Object::toString).toList()
        : one.get("type") instanceof String type && type.equals("boolean")
            ? List.of("true", "false")
            : List.of();
  }

  Map<String, Object> described() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    tree.put("in", inPath ? "path" : "query");
    if (inPath) {
      tree.put("required", true);
    }
    tree.put("description", description);
    if (commas) {
      tree.put("explode", false);
    }
    tree.put("schema", schema);
    return tree;
  }
}
