package dev.broadsheet.http;

import dev.broadsheet.search.SearchRequest;
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
}
