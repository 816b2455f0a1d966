package dev.broadsheet.opensearch;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.ArticleMerger;
import dev.broadsheet.article.Mention;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts right to which story each item belongs, when all items are there. */
final class Stories {
  private static final int AT_ONCE = 1000;

  private final Cluster cluster;
  private final String index;
  private final ItemDocument documents;

  Stories(Cluster cluster, String index, ItemDocument documents) {
    this.cluster = cluster;
    this.index = index;
    this.documents = documents;
  }

  /** Writes those items again that belong to another story; whether there are any. */
  boolean putRight(BulkLoader loader) throws IOException {
    try (View view = View.open(cluster, index)) {
      Map<ArticleId, ArticleId> written = new HashMap<>();
      var stars = new Stars();
      read(view, related(), written, stars);
      List<ArticleId> leaders =
          stars.leaders().stream().filter(it -> !written.containsKey(it)).toList();
      for (int from = 0; from < leaders.size(); from += AT_ONCE) {
        List<ArticleId> some = leaders.subList(from, Math.min(leaders.size(), from + AT_ONCE));
        read(view, Documents.ids(some), written, new Stars());
      }
      Map<ArticleId, ArticleId> right = stars.stories(written.keySet());
      List<ArticleId> wrong =
          written.keySet().stream()
              .filter(id -> !right.getOrDefault(id, id).equals(written.get(id)))
              .toList();
      write(view, wrong, right, loader);
      return !wrong.isEmpty();
    }
  }

  /** What stands under an article, or belongs to another's story. */
  private static ObjectNode related() {
    return QueryWriter.bool(
        List.of(),
        List.of(
            Json.object("exists", Json.object("field", ClusterSchema.STORIES)),
            Json.object("term", Json.object(ClusterSchema.LED, true))),
        List.of(),
        List.of(),
        1);
  }

  private static void read(
      View view, ObjectNode query, Map<ArticleId, ArticleId> written, Stars stars)
      throws IOException {
    ObjectNode items =
        QueryWriter.bool(
            List.of(),
            List.of(),
            List.of(
                query, Json.object("term", Json.object(ClusterSchema.RECORD, ClusterSchema.ITEM))),
            List.of(),
            0);
    new Remembered(view)
        .each(
            items,
            Json.object("docvalue_fields", Json.array(ClusterSchema.STORIES, ClusterSchema.STORY)),
            hit -> {
              ArticleId id = new ArticleId(hit.path("_id").asString());
              JsonNode fields = hit.path("fields");
              written.put(id, new ArticleId(fields.path(ClusterSchema.STORY).path(0).asString()));
              for (JsonNode story : fields.path(ClusterSchema.STORIES)) {
                stars.add(new ArticleId(story.asString()), id);
              }
            });
  }

  private void write(
      View view, List<ArticleId> wrong, Map<ArticleId, ArticleId> right, BulkLoader loader)
      throws IOException {
    var remembered = new Remembered(view);
    for (int from = 0; from < wrong.size(); from += AT_ONCE) {
      List<ArticleId> some = wrong.subList(from, Math.min(wrong.size(), from + AT_ONCE));
      Map<ArticleId, List<Mention>> mentions = remembered.mentions(some);
      for (ArticleId id : some) {
        List<Mention> all = mentions.getOrDefault(id, List.of());
        ObjectNode document =
            documents.of(id, all, ArticleMerger.merge(all), right.getOrDefault(id, id));
        loader.add(new BulkLoader.Operation(id.value(), document.toString()));
      }
    }
    loader.flush();
  }
}
