package dev.broadsheet.opensearch;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.words.SortKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item that was found, and what is needed to put it in its place.
 *
 * @param id its identity
 * @param key its place in the order
 * @param story the story to which it belongs
 * @param date in milliseconds of the epoch
 * @param providers the outlet that published it, or none
 */
record Ranked(ArticleId id, SortKey key, String story, OptionalLong date, List<String> providers) {
  private static final String PROVIDER = ClusterSchema.facet(FacetField.PROVIDER);

  Ranked {
    providers = List.copyOf(providers);
  }

  /** Searches, for so many hits in an order. */
  static List<Ranked> read(Snapshot snapshot, ObjectNode request, HitSort order, int tier, int size)
      throws IOException {
    prepare(request, order, size);
    return read(snapshot.search(request), order, tier);
  }

  /** Has a request ask for so many hits in an order. */
  static void prepare(ObjectNode request, HitSort order, int size) {
    request.put("size", size);
    request.put("_source", false);
    request.set("sort", order.sort());
    request.set("docvalue_fields", Json.array(ClusterSchema.STORY, ClusterSchema.DATE, PROVIDER));
  }

  /** Reads what {@link #prepare} has asked for. */
  static List<Ranked> read(JsonNode answer, HitSort order, int tier) {
    List<Ranked> found = new ArrayList<>();
    for (JsonNode hit : answer.path("hits").path("hits")) {
      JsonNode fields = hit.path("fields");
      JsonNode date = fields.path(ClusterSchema.DATE).path(0);
      List<String> providers = new ArrayList<>();
      fields.path(PROVIDER).forEach(value -> providers.add(value.asString()));
      found.add(
          new Ranked(
              new ArticleId(hit.path("_id").asString()),
              order.key(tier, hit.path("sort")),
              fields.path(ClusterSchema.STORY).path(0).asString(""),
              date.isNumber() ? OptionalLong.of(date.asLong()) : OptionalLong.empty(),
              providers));
    }
    return found;
  }
}
