package dev.broadsheet.opensearch;

import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A point in time of all shards of one index, which the cluster keeps for as long as it is used.
 */
final class View implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(View.class);

  /** How long the cluster keeps it after the last use; {@link Snapshots} uses it more often. */
  private static final String KEPT = "5m";

  private final Cluster cluster;
  private final String index;
  private final String id;

  private View(Cluster cluster, String index, String id) {
    this.cluster = cluster;
    this.index = index;
    this.id = id;
  }

  static View open(Cluster cluster, String index) throws IOException {
    JsonNode opened =
        cluster.call(
            "POST",
            "/" + index + "/_search/point_in_time",
            Map.of("keep_alive", KEPT, "allow_partial_pit_creation", "false"),
            null);
    return new View(cluster, index, opened.path("pit_id").asString());
  }

  String index() {
    return index;
  }

  /** Searches all of it; where a shard can't answer, there is no answer. */
  JsonNode search(ObjectNode request) throws IOException {
    request.set("pit", Json.object("id", id, "keep_alive", KEPT));
    return cluster.call(
        "POST", "/_search", Map.of("allow_partial_search_results", "false"), request);
  }

  /** How many documents a query matches. */
  long count(ObjectNode query) throws IOException {
    return search(Json.object("query", query, "size", 0, "track_total_hits", true))
        .path("hits")
        .path("total")
        .path("value")
        .asLong();
  }

  @Override
  public void close() {
    try {
      cluster.call(
          "DELETE", "/_search/point_in_time", Map.of(), Json.object("pit_id", Json.array(id)));
    } catch (IOException | RuntimeException e) {
      // It ends by itself after a while.
      LOG.debug("can't close a view of {}", index, e);
    }
  }
}
