package dev.broadsheet.opensearch;

import dev.broadsheet.search.FacetField;
import dev.broadsheet.words.FacetTerm;
import dev.broadsheet.words.FacetValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One field's values over all items. */
final class ClusterFacetValues implements FacetValues {
  private static final int PAGE = 10_000;
  private static final String VALUES = "values";

  private final List<FacetTerm> shown = new ArrayList<>();
  private final List<Long> most = new ArrayList<>();
  private final List<Long> counts = new ArrayList<>();
  private final Map<String, Integer> byKey = new HashMap<>();
  private final Map<String, Set<Integer>> byLabel = new HashMap<>();

  private ClusterFacetValues() {}

  static ClusterFacetValues read(Snapshot snapshot, FacetField field) throws IOException {
    var values = new ClusterFacetValues();
    ObjectNode composite =
        Json.object(
            "size",
            PAGE,
            "sources",
            Json.array(
                Json.object(
                    "value",
                    Json.object("terms", Json.object("field", ClusterSchema.written(field))))));
    ObjectNode items = Json.object("term", Json.object(ClusterSchema.RECORD, ClusterSchema.ITEM));
    JsonNode page;
    do {
      page =
          snapshot
              .count(items, Json.object(VALUES, Json.object("composite", composite)))
              .path(VALUES);
      for (JsonNode bucket : page.path("buckets")) {
        values.add(
            FacetTerm.split(bucket.path("key").path("value").asString()),
            bucket.path("doc_count").asLong());
      }
      composite.set("after", page.path("after_key"));
    } while (page.path("buckets").size() == PAGE);
    return values;
  }

  private void add(FacetTerm term, long count) {
    Integer known = byKey.get(term.key());
    int value;
    if (known == null) {
      value = shown.size();
      byKey.put(term.key(), value);
      shown.add(term);
      most.add(count);
      counts.add(count);
    } else {
      value = known;
      counts.set(value, counts.get(value) + count);
      long before = most.get(value);
      if (count > before || (count == before && term.compareTo(shown.get(value)) < 0)) {
        shown.set(value, term);
        most.set(value, count);
      }
    }
    byLabel.computeIfAbsent(term.labelKey(), unseen -> new HashSet<>()).add(value);
  }

  @Override
  public int size() {
    return shown.size();
  }

  @Override
  public long liveCount(int value) {
    return counts.get(value);
  }

  @Override
  public FacetTerm shown(int value) {
    return shown.get(value);
  }

  /** The value of a key; below 0 where there is none. */
  int value(String key) {
    return byKey.getOrDefault(key, -1);
  }

  @Override
  public Set<Integer> named(String key, boolean orLabelled) {
    Set<Integer> named = new HashSet<>();
    if (value(key) >= 0) {
      named.add(value(key));
    }
    if (orLabelled) {
      named.addAll(byLabel.getOrDefault(key, Set.of()));
    }
    return named;
  }
}
