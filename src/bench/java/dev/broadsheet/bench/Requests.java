package dev.broadsheet.bench;

import dev.broadsheet.http.ParsedSearch;
import dev.broadsheet.http.SearchParameters;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads queries as the server does. */
final class Requests {
  private Requests() {}

  /** The searches of a list of queries. */
  static List<ParsedSearch> of(QueryFile queries) {
    var parameters = new SearchParameters(Clock.systemUTC());
    return queries.parameters().stream().map(Requests::decoded).map(parameters::parse).toList();
  }

  private static Map<String, List<String>> decoded(String query) {
    Map<String, List<String>> decoded = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      decoded.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(value);
    }
    return decoded;
  }
}
