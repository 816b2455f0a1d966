package dev.broadsheet.bench;

import dev.broadsheet.http.ParsedSearch;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.search.TextQuery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks OpenSearch what a request asks for, as one usually would: title and excerpt by {@code
 * multi_match}, the title twice, all words required; quality by a rank feature; filters in filter
 * context, facets as terms aggregations behind a post filter, and its own highlighter.
 */
final class OpenSearchQueries {
  static final String INDEX = "news";

  private static final List<String> FIELDS = List.of("title^2", "excerpt");

  private OpenSearchQueries() {}

  /** Whole HTTP requests. */
  static List<byte[]> requests(URI server, List<ParsedSearch> searches) {
    return searches.stream().map(search -> post(server, body(search.request()))).toList();
  }

  private static byte[] post(URI server, Object body) {
    String json = JsonMapper.shared().writeValueAsString(body);
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    String head =
        "POST /" + INDEX + "/_search?request_cache=false HTTP/1.1\r\n"
            + ("Host: " + server.getAuthority() + "\r\n")
            + "Content-Type: application/json\r\n"
            + ("Content-Length: " + length + "\r\n\r\n");
    return (head + json).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> body(SearchRequest request) {
    Map<String, Object> body = new LinkedHashMap<>();
    List<FacetField> fields = request.facets().fields();
    body.put("size", request.page().size());
    body.put("query", query(request, fields));
    if (request.sort() == SortOrder.NEWEST) {
      body.put("sort", List.of(Map.of("publishedDateTime", "desc")));
    }
    if (!request.query().isEmpty()) {
      body.put("highlight", Map.of("fields", Map.of("title", Map.of(), "excerpt", Map.of())));
    }
    if (!fields.isEmpty()) {
      body.put("track_total_hits", true);
      body.put("aggs", facets(request, fields));
      List<Object> after = filters(request, fields, true);
      if (!after.isEmpty()) {
        body.put("post_filter", Map.of("bool", Map.of("filter", after)));
      }
    }
    return body;
  }

  private static Object query(SearchRequest request, List<FacetField> counted) {
    if (request.query().isEmpty() && request.filters().isEmpty()) {
      return Map.of("match_all", Map.of());
    }
    Map<String, Object> bool = new LinkedHashMap<>();
    bool.put("filter", filters(request, counted, false));
    if (!request.query().isEmpty()) {
      bool.put("must", request.query().groups().stream().map(OpenSearchQueries::group).toList());
      bool.put("should", List.of(Map.of("rank_feature", Map.of("field", "quality"))));
    }
    return Map.of("bool", bool);
  }

  /** Those on a counted field have to leave its own counts alone, and come after. */
  private static List<Object> filters(
      SearchRequest request, List<FacetField> counted, boolean after) {
    List<Object> filters = new ArrayList<>();
    for (Filter filter : request.filters()) {
      boolean isAfter = filter instanceof Filter.Values it && counted.contains(it.field());
      if (isAfter == after) {
        filters.add(filter(filter));
      }
    }
    return filters;
  }

  private static Object filter(Filter filter) {
    return switch (filter) {
      case Filter.Values values ->
        Map.of("terms", Map.of(values.field().label(), values.any()));
      case Filter.DateRange range ->
        Map.of(
            "range",
            Map.of(
                "publishedDateTime",
                Map.of(
                    "gte", range.from().orElse(Instant.EPOCH).toString(),
                    "lte", range.to().orElseGet(Instant::now).toString())));
      case Filter.QualityRange _ -> throw new IllegalArgumentException("not in the mix");
    };
  }

  private static Object facets(SearchRequest request, List<FacetField> fields) {
    Map<String, Object> facets = new LinkedHashMap<>();
    for (FacetField field : fields) {
      List<FacetField> others = fields.stream().filter(it -> it != field).toList();
      Object terms =
          Map.of("terms", Map.of("field", field.label(), "size", request.facets().size()));
      facets.put(
          field.label(),
          Map.of(
              "filter",
              Map.of("bool", Map.of("filter", filters(request, others, true))),
              "aggs",
              Map.of("values", terms)));
    }
    return facets;
  }

  private static Object group(TextQuery.Group group) {
    List<Object> any = group.alternatives().stream().map(OpenSearchQueries::term).toList();
    return any.size() == 1 ? any.getFirst() : Map.of("bool", Map.of("should", any));
  }

  private static Object term(TextQuery.Term term) {
    return switch (term) {
      case TextQuery.Word word -> multiMatch(word.text(), "best_fields");
      case TextQuery.Phrase phrase -> multiMatch(phrase.text(), "phrase");
      case TextQuery.Prefix prefix -> prefix(prefix.text());
      case TextQuery.Unfinished last -> prefix(last.text());
    };
  }

  private static Object multiMatch(String text, String type) {
    return Map.of("multi_match", Map.of("query", text, "type", type, "fields", FIELDS));
  }

  private static Object prefix(String start) {
    String lower = start.toLowerCase(Locale.ROOT);
    List<Object> fields =
        Arrays.asList(
            Map.of("prefix", Map.of("title", Map.of("value", lower, "boost", 2))),
            Map.of("prefix", Map.of("excerpt", lower)));
    return Map.of("dis_max", Map.of("queries", fields));
  }
}
