package dev.broadsheet.http;

import static dev.broadsheet.http.ApiSchema.array;
import static dev.broadsheet.http.ApiSchema.flag;
import static dev.broadsheet.http.ApiSchema.format;
import static dev.broadsheet.http.ApiSchema.id;
import static dev.broadsheet.http.ApiSchema.named;
import static dev.broadsheet.http.ApiSchema.number;
import static dev.broadsheet.http.ApiSchema.object;
import static dev.broadsheet.http.ApiSchema.oneOf;
import static dev.broadsheet.http.ApiSchema.open;
import static dev.broadsheet.http.ApiSchema.text;
import static dev.broadsheet.http.ApiSchema.whole;

import dev.broadsheet.article.Kind;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What answers are made of, by name. A test holds them to what the server sends. */
final class ApiSchemas {
  static final String SEARCH = "SearchAnswer";
  static final String SUGGESTIONS = "Suggestions";
  static final String BROWSER_SUGGESTIONS = "BrowserSuggestions";
  static final String ARTICLE = "Article";
  static final String SIMILAR = "SimilarAnswer";
  static final String FACET = "FacetAnswer";
  static final String FEED = "JsonFeed";
  static final String HEALTH = "Health";
  static final String REINDEX = "ReindexState";
  static final String QUERIES = "QueryReport";
  static final String PROBLEM = "Problem";
  private static final String HIT = "Hit";
  private static final String VALUE = "FacetValue";
  private static final String IMAGE = "Image";
  private static final String COVERAGE = "Coverage";

  private ApiSchemas() {}

  /** All of them. */
  static Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(SEARCH, search());
    all.put(HIT, object(hit(), "id", "kind", "title", "published"));
    all.put(IMAGE, image());
    all.put(COVERAGE, coverage());
    all.put(VALUE, value());
    all.put(ARTICLE, article());
    all.put(SIMILAR, object(JsonTree.object("hits", array(named(HIT))), "hits"));
    all.put(FACET, facet());
    all.put(SUGGESTIONS, array(suggestion()));
    all.put(BROWSER_SUGGESTIONS, browserSuggestions());
    all.put(FEED, feed());
    all.put(HEALTH, object(JsonTree.object("status", oneOf(List.of("live", "ready"))), "status"));
    all.put(REINDEX, reindex());
    all.put(QUERIES, queries());
    all.put(PROBLEM, problem());
    return all;
  }

  private static Map<String, Object> search() {
    Map<String, Object> facets =
        Arrays.stream(FacetField.values())
            .collect(
                Collectors.toMap(
                    FacetField::label,
                    _ -> array(named(VALUE)),
                    (first, _) -> first,
                    LinkedHashMap::new));
    return object(
        JsonTree.object(
            "query", open(true),
            "total", whole(0),
            "totalRelation", oneOf(List.of("eq", "gte")),
            "tookMs", whole(0),
            "meaning", object(JsonTree.object("added", whole(0)), "added"),
            "hits", array(named(HIT)),
            "facets", object(facets),
            "didYouMean", text(),
            "corrected", text(),
            "relaxed", flag(),
            "cursor", text()),
        "query",
        "total",
        "totalRelation",
        "tookMs",
        "hits");
  }

  private static Map<String, Object> hit() {
    Map<String, Object> hit = new LinkedHashMap<>();
    hit.put("id", id());
    hit.put("kind", oneOf(Arrays.stream(Kind.values()).map(Kind::label).toList()));
    hit.put("score", number());
    hit.put("byMeaning", flag());
    hit.putAll(told());
    hit.put("story", array(object(JsonTree.object("id", id(), "title", text()), "id", "title")));
    hit.put("highlights", object(JsonTree.object("title", text(), "excerpt", text()), "title"));
    hit.put(
        "explanation",
        object(
            JsonTree.object(
                "text", number(), "quality", number(), "recency", number(), "meaning", number()),
            "text",
            "quality",
            "recency"));
    hit.put("coverage", named(COVERAGE));
    hit.put("related", array(named(HIT)));
    return hit;
  }

  /** What the corpus tells of an item. */
  private static Map<String, Object> told() {
    return JsonTree.object(
        "title", text(),
        "excerpt", text(),
        "publishedDateTime", format("date-time"),
        "sourceUrl", text(),
        "ampUrl", text(),
        "cdnAmpUrl", text(),
        "category", text(),
        "type", text(),
        "quality", number(),
        "heat", number(),
        "published", flag(),
        "provider",
            object(
                JsonTree.object("name", text(), "domain", text(), "images", array(named(IMAGE)))),
        "topics", array(text()),
        "tags", array(text()),
        "images", array(named(IMAGE)),
        "length", format("duration"));
  }

  private static Map<String, Object> image() {
    return object(
        JsonTree.object("url", text(), "width", whole(0), "height", whole(0), "title", text()),
        "url");
  }

  private static Map<String, Object> coverage() {
    return object(
        JsonTree.object(
            "items", whole(0),
            "providers", whole(0),
            "firstSeen", format("date-time"),
            "lastSeen", format("date-time")),
        "items",
        "providers");
  }

  private static Map<String, Object> value() {
    return object(
        JsonTree.object("value", text(), "label", text(), "count", whole(0), "selected", flag()),
        "value",
        "count");
  }

  private static Map<String, Object> article() {
    return object(hit(), "id", "kind", "title", "published", "coverage", "related");
  }

  private static Map<String, Object> facet() {
    return object(
        JsonTree.object("field", text(), "values", array(named(VALUE))), "field", "values");
  }

  private static Map<String, Object> suggestion() {
    return object(
        JsonTree.object(
            "kind",
                oneOf(Arrays.stream(Suggestion.Kind.values()).map(Suggestion.Kind::label).toList()),
            "text", text(),
            "highlight", text(),
            "count", whole(0),
            "value", text(),
            "id", id()),
        "kind",
        "text",
        "highlight",
        "count");
  }

  /** What was typed, the completions, a description of each and where each leads. */
  private static Map<String, Object> browserSuggestions() {
    return JsonTree.object(
        "type",
        "array",
        "prefixItems",
        List.of(text(), array(text()), array(text()), array(text())),
        "minItems",
        4,
        "maxItems",
        4);
  }

  private static Map<String, Object> feed() {
    Map<String, Object> item =
        object(
            JsonTree.object(
                "id", text(),
                "url", text(),
                "title", text(),
                "content_text", text(),
                "image", text(),
                "date_published", format("date-time"),
                "authors", array(object(JsonTree.object("name", text()), "name")),
                "tags", array(text())),
            "id",
            "content_text");
    return object(
        JsonTree.object(
            "version", text(),
            "title", text(),
            "home_page_url", text(),
            "feed_url", text(),
            "items", array(item)),
        "version",
        "title",
        "items");
  }

  private static Map<String, Object> reindex() {
    Map<String, Object> both =
        JsonTree.object(
            "trigger", oneOf(List.of("admin", "watch")),
            "full", flag(),
            "since", format("date-time"));
    Map<String, Object> running =
        JsonTree.joined(
            both,
            JsonTree.object("phase", text(), "unit", text(), "done", whole(0), "total", whole(0)));
    return object(
        JsonTree.object(
            "state", oneOf(List.of("idle", "running")),
            "running", object(running, running.keySet().toArray(String[]::new)),
            "last", lastReindex(both)),
        "state");
  }

  private static Map<String, Object> lastReindex(Map<String, Object> both) {
    Map<String, Object> always =
        JsonTree.joined(
            both,
            JsonTree.object(
                "outcome", oneOf(ReindexControl.OUTCOMES),
                "at", format("date-time"),
                "tookMs", whole(0),
                "files", open(whole(0)),
                "items", open(whole(0)),
                "problemCount", whole(0)));
    List<String> required = new ArrayList<>(always.keySet());
    return object(
        JsonTree.joined(always, JsonTree.object("problems", array(text()), "failure", text())),
        required.toArray(String[]::new));
  }

  private static Map<String, Object> queries() {
    Map<String, Object> counts =
        JsonTree.object("searches", whole(0), "withoutHits", whole(0), "clicks", whole(0));
    Map<String, Object> query = JsonTree.joined(JsonTree.object("q", text()), counts);
    Map<String, Object> list = array(object(query, query.keySet().toArray(String[]::new)));
    Map<String, Object> report =
        JsonTree.joined(
            counts,
            JsonTree.object(
                "from", format("date"), "to", format("date"), "top", list, "missed", list));
    return object(report, report.keySet().toArray(String[]::new));
  }

  private static Map<String, Object> problem() {
    return object(
        JsonTree.object(
            "type", format("uri"),
            "title", text(),
            "status", JsonTree.object("type", "integer", "minimum", 400, "maximum", 599),
            "detail", text(),
            "instance", text(),
            "code", text(),
            "parameter", text(),
            "value", text(),
            "expected", text()),
        "type",
        "title",
        "status",
        "detail",
        "code");
  }
}
