package dev.broadsheet.opensearch;

import dev.broadsheet.article.Kind;
import dev.broadsheet.indexing.IndexedFile;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.IndexStats;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells what an index holds. */
final class StatsReader {
  private static final String FIRST = "first";
  private static final String LAST = "last";

  private final Cluster cluster;
  private final Snapshot snapshot;

  StatsReader(Cluster cluster, Snapshot snapshot) {
    this.cluster = cluster;
    this.snapshot = snapshot;
  }

  IndexStats read(String fingerprint) throws IOException {
    ObjectNode items = Json.object("term", Json.object(ClusterSchema.RECORD, ClusterSchema.ITEM));
    JsonNode dates =
        snapshot.count(
            items,
            Json.object(
                FIRST, Json.object("min", Json.object("field", ClusterSchema.DATE)),
                LAST, Json.object("max", Json.object("field", ClusterSchema.DATE))));
    return new IndexStats(
        snapshot.state().index(),
        counts(),
        instant(dates.path(FIRST)),
        instant(dates.path(LAST)),
        bytes(),
        fingerprint.equals(snapshot.state().fingerprint()),
        Optional.of(snapshot.state().committedAt()));
  }

  private static Optional<Instant> instant(JsonNode extreme) {
    return extreme.path("value").isNumber()
        ? Optional.of(Instant.ofEpochMilli(extreme.path("value").asLong()))
        : Optional.empty();
  }

  private IndexStats.Counts counts() throws IOException {
    ClusterFacetValues kinds = snapshot.values(FacetField.KIND);
    Map<String, Long> byKind = new HashMap<>();
    for (Kind kind : Kind.values()) {
      int value = kinds.value(kind.label());
      byKind.put(kind.label(), value < 0 ? 0 : kinds.liveCount(value));
    }
    List<IndexedFile> files = new Remembered(snapshot.view()).files();
    return new IndexStats.Counts(
        byKind.values().stream().mapToLong(Long::longValue).sum(),
        byKind,
        files.size(),
        files.stream().filter(file -> !file.problems().isEmpty()).count(),
        snapshot.values(FacetField.TOPIC).size(),
        snapshot.values(FacetField.PROVIDER).size());
  }

  /** Of all shards, each counted once, whatever copies there are. */
  private long bytes() throws IOException {
    return cluster
        .get("/" + snapshot.state().index() + "/_stats/store")
        .path("_all")
        .path("primaries")
        .path("store")
        .path("size_in_bytes")
        .asLong();
  }
}
