package dev.broadsheet.http;

import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.InvalidCursorException;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A search as it was asked for.
 *
 * @param request what an engine gets
 * @param echo what was given, by parameter, in a fixed order: text, numbers, booleans, and lists of
 *     text; repeated in the answer so that a page can show what it is about
 */
public record ParsedSearch(SearchRequest request, Map<String, Object> echo) {
  /** Copies the echo, and keeps its order. */
  public ParsedSearch {
    echo = Collections.unmodifiableMap(new LinkedHashMap<>(echo));
  }

  /** Text that searches with the same answer share, the echo included, and no others do. */
  String key() {
    byte[] given = JsonText.bytes(json -> EchoJson.write(json, echo));
    return request.canonical() + new String(given, StandardCharsets.UTF_8);
  }

  /**
   * Asks it.
   *
   * @throws InvalidParameterException where the cursor is of no answer to this search
   */
  public SearchResult ask(SearchEngine engine) {
    try {
      return engine.search(request);
    } catch (InvalidCursorException foreign) {
      String token = request.page().after().map(Cursor::token).orElse("");
      throw InvalidParameterException.invalidCursor(token, foreign);
    }
  }
}
