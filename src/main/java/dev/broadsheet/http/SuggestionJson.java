package dev.broadsheet.http;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.Suggestion;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes suggestions for a search box. */
final class SuggestionJson {
  private SuggestionJson() {}

  /** An array of objects. */
  static byte[] bytes(List<Suggestion> suggestions) {
    return JsonText.bytes(json -> {
      json.writeStartArray();
      suggestions.forEach(suggestion -> write(json, suggestion));
      json.writeEndArray();
    });
  }

  private static void write(JsonGenerator json, Suggestion suggestion) {
    json.writeStartObject();
    json.writeStringProperty("kind", suggestion.kind().label());
    JsonText.text(json, "text", suggestion.text());
    JsonText.text(json, "highlight", suggestion.highlight());
    json.writeNumberProperty("count", suggestion.count());
    JsonText.text(json, "value", suggestion.value());
    JsonText.text(json, "id", suggestion.article().map(ArticleId::value));
    json.writeEndObject();
  }
}
