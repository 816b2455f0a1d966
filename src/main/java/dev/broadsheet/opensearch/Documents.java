package dev.broadsheet.opensearch;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.indexing.ArticleCodec;
import java.io.IOException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads articles, many at once. For one request: each is read once. */
final class Documents {
  private static final int AT_ONCE = 1000;

  private final Snapshot snapshot;
  private final Map<ArticleId, Article> articles = new HashMap<>();
  private final Set<ArticleId> asked = new HashSet<>();

  Documents(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** An item that was found, read with the others that were found. */
  Article article(List<Ranked> found, ArticleId id) throws IOException {
    if (!articles.containsKey(id)) {
      read(found.stream().map(Ranked::id).toList());
    }
    return Optional.ofNullable(articles.get(id))
        .orElseThrow(() -> new IOException("the cluster has found " + id + " but not its article"));
  }

  /** An item, if there is one. */
  Optional<Article> article(ArticleId id) throws IOException {
    read(List.of(id));
    return Optional.ofNullable(articles.get(id));
  }

  /** Reads some items, those that are there. */
  void read(Collection<ArticleId> ids) throws IOException {
    List<ArticleId> unread = ids.stream().distinct().filter(id -> !asked.contains(id)).toList();
    for (int from = 0; from < unread.size(); from += AT_ONCE) {
      ask(unread.subList(from, Math.min(unread.size(), from + AT_ONCE)));
    }
    asked.addAll(unread);
  }

  private void ask(List<ArticleId> ids) throws IOException {
    ObjectNode request =
        Json.object(
            "query", items(ids),
            "size", ids.size(),
            "track_total_hits", false,
            "_source", false,
            "docvalue_fields", Json.array(ClusterSchema.ARTICLE));
    for (JsonNode hit : snapshot.search(request).path("hits").path("hits")) {
      ArticleId id = new ArticleId(hit.path("_id").asString());
      byte[] bytes =
          Base64.getDecoder()
              .decode(hit.path("fields").path(ClusterSchema.ARTICLE).path(0).asString());
      articles.put(id, ArticleCodec.decode(id, bytes, 0, bytes.length));
    }
  }

  private static ObjectNode items(Collection<ArticleId> ids) {
    ObjectNode item = Json.object("term", Json.object(ClusterSchema.RECORD, ClusterSchema.ITEM));
    return QueryWriter.bool(List.of(), List.of(), List.of(item, ids(ids)), List.of(), 0);
  }

  static ObjectNode ids(Collection<ArticleId> ids) {
    return Json.object("ids", Json.object("values", ids.stream().map(ArticleId::value).toList()));
  }

  /** The bodies of some items, of those that have one. */
  Map<ArticleId, String> bodies(Collection<ArticleId> ids) throws IOException {
    ObjectNode request =
        Json.object(
            "query", items(ids),
            "size", ids.size(),
            "track_total_hits", false,
            "_source", Json.array(ClusterSchema.BODY_TEXT));
    Map<ArticleId, String> bodies = new HashMap<>();
    for (JsonNode hit : snapshot.search(request).path("hits").path("hits")) {
      JsonNode body = hit.path("_source").path(ClusterSchema.BODY_TEXT).path("text");
      if (body.isString()) {
        bodies.put(new ArticleId(hit.path("_id").asString()), body.asString());
      }
    }
    return bodies;
  }
}
