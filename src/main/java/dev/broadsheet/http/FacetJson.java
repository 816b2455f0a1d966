package dev.broadsheet.http;

import dev.broadsheet.search.FacetCounts;
import java.util.List;

/** Writes the values of a facet. */
final class FacetJson {
  private FacetJson() {}

  /** Writes them as an array. */
  static void write(JsonWriter json, String name, List<FacetCounts.Value> values) {
    json.name(name);
    json.startArray();
    values.forEach(value -> write(json, value));
    json.endArray();
  }

  private static void write(JsonWriter json, FacetCounts.Value value) {
    json.startObject();
    JsonText.text(json, "value", value.value());
    JsonText.text(json, "label", value.label());
    json.property("count", value.count());
    if (value.selected()) {
      json.property("selected", true);
    }
    json.endObject();
  }
}
