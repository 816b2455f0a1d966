package dev.broadsheet.http;

import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes suggestions as browsers read them: what was typed, then the completions, a description of
 * each and where each leads. The form is that of the OpenSearch Suggestions extension 1.1.
 */
final class OpenSearchSuggestions {
  static final String MEDIA_TYPE = "application/x-suggestions+json";

  private OpenSearchSuggestions() {}

  /**
   * An array of four.
   *
   * @param typed so far
   * @param address of the server, which the completions lead to
   */
  static byte[] bytes(String typed, List<Suggestion> suggestions, String address) {
    return JsonText.bytes(json -> {
      json.startArray();
      json.string(typed);
      write(json, suggestions, Suggestion::text);
      write(json, suggestions, OpenSearchSuggestions::description);
      write(json, suggestions, suggestion -> address + path(suggestion));
      json.endArray();
    });
  }

  private static void write(
      JsonWriter json, List<Suggestion> suggestions, Function<Suggestion, String> part) {
    json.startArray();
    suggestions.forEach(suggestion -> json.string(part.apply(suggestion)));
    json.endArray();
  }

  private static String description(Suggestion suggestion) {
    String count =
        String.format(
            Locale.ROOT, "%,d %s", suggestion.count(), suggestion.count() == 1 ? "item" : "items");
    return switch (suggestion.kind()) {
      case QUERY -> count;
      case TOPIC -> "topic, " + count;
      case PROVIDER -> "outlet, " + count;
      case TITLE -> "headline";
    };
  }

  private static String path(Suggestion suggestion) {
    String value = suggestion.value().orElse(suggestion.text());
    return switch (suggestion.kind()) {
      case QUERY, TITLE -> search(SearchParameters.QUERY, suggestion.text());
      case TOPIC -> search(FacetField.TOPIC.label(), value);
      case PROVIDER -> search(FacetField.PROVIDER.label(), value);
    };
  }

  private static String search(String parameter, String value) {
    return "/" + PublicAddress.query(Map.of(parameter, value));
  }
}
