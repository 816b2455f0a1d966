package dev.broadsheet.http;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.Suggestion;
import java.util.List;

/** Writes suggestions for a search box. */
final class SuggestionJson {
  private SuggestionJson() {}

  /** An array of objects. */
  static byte[] bytes(List<Suggestion> suggestions) {
    return JsonText.bytes(json -> {
      json.startArray();
      suggestions.forEach(suggestion -> write(json, suggestion));
      json.endArray();
    });
  }

  private static void write(JsonWriter json, Suggestion suggestion) {
    json.startObject();
    json.property("kind", suggestion.kind().label());
    JsonText.text(json, "text", suggestion.text());
    JsonText.text(json, "highlight", suggestion.highlight());
    json.property("count", suggestion.count());
    JsonText.text(json, "value", suggestion.value());
    JsonText.text(json, "id", suggestion.article().map(ArticleId::value));
    json.endObject();
  }
}
