package dev.broadsheet.http;

import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.SearchResult;
import java.time.Duration;
import java.util.Map;

/**
 * What a search answers, as JSON, with the names of the front matter. An absent value and an empty
 * list are left out; only {@code hits} is always there.
 *
 * @param query what was asked for, as {@link ParsedSearch#echo()} has it
 * @param result what was found
 * @param took how long the engine took, told in whole milliseconds
 */
public record SearchAnswer(Map<String, Object> query, SearchResult result, Duration took) {
  /** Writes the answer as one object. */
  void writeTo(JsonWriter json) {
    json.startObject();
    json.name("query");
    EchoJson.write(json, query);
    json.property("total", result.total());
    json.property("totalRelation", result.totalIsExact() ? "eq" : "gte");
    json.property("tookMs", took.toMillis());
    result.byMeaning().ifPresent(added -> writeMeaning(json, added));
    HitJson.write(json, "hits", result.hits());
    writeFacets(json);
    JsonText.text(json, "didYouMean", result.wording().didYouMean());
    JsonText.text(json, "corrected", result.wording().corrected());
    if (result.wording().relaxed()) {
      json.property("relaxed", true);
    }
    JsonText.text(json, "cursor", result.next().map(Cursor::token));
    json.endObject();
  }

  /** That meaning was searched, and how much of the total it added to what words find. */
  private static void writeMeaning(JsonWriter json, long added) {
    json.name("meaning");
    json.startObject();
    json.property("added", added);
    json.endObject();
  }

  /** The answer as the server sends it. */
  public byte[] toBytes() {
    return JsonText.bytes(this::writeTo);
  }

  private void writeFacets(JsonWriter json) {
    if (result.facets().isEmpty()) {
      return;
    }
    json.name("facets");
    json.startObject();
    for (FacetCounts facet : result.facets()) {
      FacetJson.write(json, facet.field().label(), facet.values());
    }
    json.endObject();
  }
}
