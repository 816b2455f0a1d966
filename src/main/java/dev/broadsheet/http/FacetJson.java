package dev.broadsheet.http;

import dev.broadsheet.search.FacetCounts;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes the values of a facet. */
final class FacetJson {
  private FacetJson() {}

  /** Writes them as an array. */
  static void write(JsonGenerator json, String name, List<FacetCounts.Value> values) {
    json.writeName(name);
    json.writeStartArray();
    values.forEach(value -> write(json, value));
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, FacetCounts.Value value) {
    json.writeStartObject();
    JsonText.text(json, "value", value.value());
    JsonText.text(json, "label", value.label());
    json.writeNumberProperty("count", value.count());
    if (value.selected()) {
      json.writeBooleanProperty("selected", true);
    }
    json.writeEndObject();
  }
}
