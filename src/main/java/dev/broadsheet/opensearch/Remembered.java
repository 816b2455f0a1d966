package dev.broadsheet.opensearch;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Mention;
import dev.broadsheet.indexing.ArticleCodec;
import dev.broadsheet.indexing.FileCodec;
import dev.broadsheet.indexing.IndexedFile;
import dev.broadsheet.indexing.MentionCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a view of an index remembers of the corpus, as a writer needs it. */
final class Remembered {
  private static final int PAGE = 1000;

  private final View view;

  Remembered(View view) {
    this.view = view;
  }

  List<IndexedFile> files() throws IOException {
    List<IndexedFile> files = new ArrayList<>();
    each(
        Json.object("term", Json.object(ClusterSchema.RECORD, ClusterSchema.FILE)),
        Json.object("docvalue_fields", Json.array(ClusterSchema.FILE_STATE)),
        hit -> {
          byte[] bytes = bytes(hit, ClusterSchema.FILE_STATE).orElseThrow();
          files.add(FileCodec.decode(bytes, 0, bytes.length));
        });
    return files;
  }

  void ids(String path, Consumer<ArticleId> consumer) throws IOException {
    each(
        of(path), Json.object(), hit -> consumer.accept(new ArticleId(hit.path("_id").asString())));
  }

  void mentions(String path, Consumer<Mention> consumer) throws IOException {
    each(
        of(path),
        whole(),
        hit ->
            mentions(hit).stream()
                .filter(mention -> mention.source().path().equals(path))
                .forEach(consumer));
  }

  Map<ArticleId, List<Mention>> mentions(Collection<ArticleId> ids) throws IOException {
    Map<ArticleId, List<Mention>> mentions = new HashMap<>();
    List<ArticleId> asked = List.copyOf(ids);
    for (int from = 0; from < asked.size(); from += PAGE) {
      List<ArticleId> some = asked.subList(from, Math.min(asked.size(), from + PAGE));
      each(
          Documents.ids(some),
          whole(),
          hit -> mentions.put(new ArticleId(hit.path("_id").asString()), mentions(hit)));
    }
    return mentions;
  }

  private static ObjectNode of(String path) {
    return Json.object("term", Json.object(ClusterSchema.SOURCE_FILE, path));
  }

  private static ObjectNode whole() {
    return Json.object(
        "docvalue_fields", Json.array(ClusterSchema.ARTICLE),
        "stored_fields", Json.array(ClusterSchema.MENTIONS, "_source"));
  }

  private static List<Mention> mentions(JsonNode hit) {
    ArticleId id = new ArticleId(hit.path("_id").asString());
    JsonNode body = hit.path("_source").path(ClusterSchema.BODY_TEXT).path("text");
    Optional<String> text = body.isString() ? Optional.of(body.asString()) : Optional.empty();
    Optional<Article> item =
        bytes(hit, ClusterSchema.ARTICLE)
            .map(bytes -> ArticleCodec.decode(id, bytes, 0, bytes.length))
            .map(article -> article.withText(article.text().withBody(text)));
    return MentionCodec.decode(id, bytes(hit, ClusterSchema.MENTIONS).orElseThrow(), item);
  }

  private static Optional<byte[]> bytes(JsonNode hit, String field) {
    JsonNode value = hit.path("fields").path(field).path(0);
    return value.isString()
        ? Optional.of(Base64.getDecoder().decode(value.asString()))
        : Optional.empty();
  }

  /** Goes through all documents that a query matches. */
  void each(ObjectNode query, ObjectNode fields, Consumer<JsonNode> consumer) throws IOException {
    JsonNode hits;
    JsonNode last = Json.array();
    do {
      ObjectNode request =
          Json.object(
              "query",
              query,
              "size",
              PAGE,
              "track_total_hits",
              false,
              "_source",
              fields.has("stored_fields"),
              "sort",
              Json.array("_shard_doc"));
      request.setAll(fields);
      if (!last.isEmpty()) {
        request.set("search_after", last);
      }
      hits = view.search(request).path("hits").path("hits");
      hits.forEach(consumer);
      last = hits.isEmpty() ? last : hits.path(hits.size() - 1).path("sort");
    } while (hits.size() == PAGE);
  }
}
