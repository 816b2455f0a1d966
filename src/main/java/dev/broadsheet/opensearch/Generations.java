package dev.broadsheet.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The indices that stand, have stood, or will stand behind an alias. */
final class Generations {
  private static final Logger LOG = LoggerFactory.getLogger(Generations.class);
  private static final String MARK = "-g";
  private static final Pattern NUMBER = Pattern.compile(".*-g(\\d+)");

  /** How long a copy of each shard is waited for before the index is read; it goes on without. */
  private static final String COPIED_WITHIN = "60s";

  private final Cluster cluster;
  private final OpenSearchSettings.Index index;
  private final OpenSearchSettings settings;

  Generations(Cluster cluster, OpenSearchSettings settings) {
    this.cluster = cluster;
    this.index = settings.index();
    this.settings = settings;
  }

  /** What is read now, if there is anything. */
  Optional<IndexState> current() throws IOException {
    try {
      JsonNode state = cluster.get("/" + index.alias() + "/_doc/" + ClusterSchema.STATE);
      return Optional.of(IndexState.read(state.path("_index").asString(), state));
    } catch (ClusterException e) {
      if (e.isNotFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The name of the index to come. */
  static String next(String alias, Optional<String> before) {
    var number = NUMBER.matcher(before.orElse(""));
    return alias + MARK + (number.matches() ? Long.parseLong(number.group(1)) + 1 : 1);
  }

  /** Deletes what a writer left behind that was stopped, and what has been replaced. */
  void deleteAllBut(Optional<String> kept) throws IOException {
    JsonNode known = cluster.get("/" + index.alias() + MARK + "*/_alias");
    for (String name : known.propertyNames()) {
      if (NUMBER.matcher(name).matches() && !kept.equals(Optional.of(name))) {
        cluster.delete("/" + name);
      }
    }
  }

  /** Makes an index, without copies: to copy what is finished costs less. */
  void create(String name) throws IOException {
    ObjectNode body = ClusterSchema.index(settings);
    ((ObjectNode) body.get("settings")).put("number_of_replicas", 0);
    cluster.put("/" + name, body);
  }

  /** Makes an index the one that is read, in one step. */
  void publish(String name, Optional<String> before) throws IOException {
    if (index.replicas() > 0) {
      cluster.put("/" + name + "/_settings", Json.object("number_of_replicas", index.replicas()));
      awaitCopies(name);
    }
    List<ObjectNode> actions = new ArrayList<>();
    before.ifPresent(
        it -> actions.add(Json.object("remove", Json.object("index", it, "alias", index.alias()))));
    actions.add(Json.object("add", Json.object("index", name, "alias", index.alias())));
    cluster.post("/_aliases", Json.object("actions", actions));
  }

  private void awaitCopies(String name) throws IOException {
    try {
      cluster.call(
          "GET",
          "/_cluster/health/" + name,
          Map.of("wait_for_status", "green", "timeout", COPIED_WITHIN),
          null);
    } catch (ClusterException e) {
      if (!e.isTooLate()) {
        throw e;
      }
      LOG.warn("{} is read without copies, which {} were not enough for", name, COPIED_WITHIN);
    }
  }
}
