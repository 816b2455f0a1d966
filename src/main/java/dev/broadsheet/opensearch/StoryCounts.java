package dev.broadsheet.opensearch;

import dev.broadsheet.search.FacetField;
import dev.broadsheet.words.ValueCounts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts the stories of each value of a field. Where every item leads its own story, there are as
 * many as there are items. For the others the cluster sketches, which takes memory for each value;
 * so they are counted a few at a time, those with most items first, until no other can have more
 * stories than those that will be listed.
 */
final class StoryCounts {
  private static final String LED = "led";
  private static final String STORIES = "stories";
  private static final int AT_ONCE = 50;

  /** From here on the cluster counts with a small error. */
  private static final int PRECISION = 40_000;

  /** All sketches of one request together may have so much of it. */
  private static final long PRECISION_OF_ALL = 4_000_000;

  private final Snapshot snapshot;
  private final FacetField field;
  private final ObjectNode query;
  private final int listed;

  /**
   * A counter.
   *
   * @param query what is counted
   * @param listed how many values will be listed
   */
  StoryCounts(Snapshot snapshot, FacetField field, ObjectNode query, int listed) {
    this.snapshot = snapshot;
    this.field = field;
    this.query = query;
    this.listed = listed;
  }

  /** Has each bucket tell whether an item in it is led by another. */
  static ObjectNode led() {
    ObjectNode led = Json.object("term", Json.object(ClusterSchema.LED, true));
    return Json.object(LED, Json.object("filter", led));
  }

  /** Has each of so many buckets tell how many stories are in it. */
  static ObjectNode ofEach(long buckets) {
    long precision = Math.clamp(PRECISION_OF_ALL / Math.max(1, buckets), 100, PRECISION);
    ObjectNode cardinality =
        Json.object("field", ClusterSchema.STORY, "precision_threshold", precision);
    return led().set(STORIES, Json.object("cardinality", cardinality));
  }

  /** How many stories are in a bucket of {@link #ofEach}. */
  static long count(JsonNode bucket) {
    return isExact(bucket)
        ? bucket.path("doc_count").asLong()
        : bucket.path(STORIES).path("value").asLong();
  }

  private static boolean isExact(JsonNode bucket) {
    return bucket.path(LED).path("doc_count").asLong() == 0;
  }

  /**
   * The counts of the values that can be among those listed.
   *
   * @param buckets of all values, those with most items first
   * @param selected values that are listed in any case
   */
  ValueCounts of(JsonNode buckets, Set<Integer> selected) throws IOException {
    ClusterFacetValues known = snapshot.values(field);
    var counts = new ValueCounts(known.size());
    var best = new PriorityQueue<Long>();
    List<JsonNode> open = new ArrayList<>();
    for (JsonNode bucket : buckets) {
      int value = known.value(bucket.path("key").asString());
      boolean mayBeListed =
          best.size() < listed || best.element() <= bucket.path("doc_count").asLong();
      if (value < 0 || !(mayBeListed || selected.contains(value))) {
        continue;
      }
      if (isExact(bucket)) {
        add(known, bucket, count(bucket), counts, best);
      } else {
        open.add(bucket);
      }
      if (open.size() == AT_ONCE) {
        count(known, open, counts, best);
      }
    }
    count(known, open, counts, best);
    return counts;
  }

  private void add(
      ClusterFacetValues known,
      JsonNode bucket,
      long stories,
      ValueCounts counts,
      PriorityQueue<Long> best) {
    counts.set(known.value(bucket.path("key").asString()), (int) stories);
    best.add(stories);
    if (best.size() > Math.max(1, listed)) {
      best.remove();
    }
  }

  private void count(
      ClusterFacetValues known, List<JsonNode> open, ValueCounts counts, PriorityQueue<Long> best)
      throws IOException {
    if (open.isEmpty()) {
      return;
    }
    List<ObjectNode> filters = new ArrayList<>();
    for (JsonNode bucket : open) {
      filters.add(
          Json.object(
              "term", Json.object(ClusterSchema.facet(field), bucket.path("key").asString())));
    }
    ObjectNode each = Json.object("filters", Json.object("filters", filters));
    each.set("aggs", ofEach(filters.size()));
    JsonNode counted =
        snapshot.count(query, Json.object(STORIES, each)).path(STORIES).path("buckets");
    for (int i = 0; i < open.size(); i++) {
      add(known, open.get(i), count(counted.path(i)), counts, best);
    }
    open.clear();
  }
}
