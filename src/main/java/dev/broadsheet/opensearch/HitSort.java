package dev.broadsheet.opensearch;

import dev.broadsheet.search.SortOrder;
import dev.broadsheet.words.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A sort order as the cluster sorts, and as numbers by which hits of different searches, and of
 * different states of the index, can be compared. The two agree to the last bit.
 */
final class HitSort {
  private final SortOrder order;

  private HitSort(SortOrder order) {
    this.order = order;
  }

  static HitSort of(SortOrder order) {
    return new HitSort(order);
  }

  boolean isByScore() {
    return order == SortOrder.RELEVANCE;
  }

  private boolean isByDate() {
    return order == SortOrder.NEWEST || order == SortOrder.OLDEST;
  }

  /** As the cluster is told. */
  ArrayNode sort() {
    List<Object> sort = new ArrayList<>();
    switch (order) {
      case RELEVANCE -> sort.add(Json.object("_score", "desc"));
      case QUALITY -> sort.add(by(ClusterSchema.QUALITY, "desc"));
      case HEAT -> sort.add(by(ClusterSchema.HEAT, "desc"));
      case NEWEST, OLDEST -> {
        // By date alone.
      }
    }
    sort.add(by(ClusterSchema.DATE, order == SortOrder.OLDEST ? "asc" : "desc"));
    sort.add(by(ClusterSchema.ID_ORDER, "asc"));
    return Json.array(sort.toArray());
  }

  private static JsonNode by(String field, String direction) {
    return Json.object(field, Json.object("order", direction, "missing", "_last"));
  }

  /** The key of a hit that was found in this order. */
  SortKey key(int tier, JsonNode values) {
    int at = isByDate() ? 0 : 1;
    long rank = isByDate() ? 0 : rank(values.path(0));
    long date = values.path(at).asLong();
    return new SortKey(
        tier, rank, order == SortOrder.OLDEST ? date : ~date, values.path(at + 1).asLong());
  }

  private long rank(JsonNode value) {
    return isByScore() ? ~(long) sortable(value.floatValue()) : ~sortable(number(value));
  }

  private static double number(JsonNode value) {
    return value.isNumber() ? value.doubleValue() : Double.parseDouble(value.asString());
  }

  /** What the cluster takes for a key, to go on behind it. */
  ArrayNode behind(SortKey key) {
    List<Object> values = new ArrayList<>();
    if (isByScore()) {
      values.add((float) score(key));
    } else if (!isByDate()) {
      double number = Double.longBitsToDouble(bits(~key.rank()));
      values.add(Double.isInfinite(number) ? (Object) Double.toString(number) : (Object) number);
    }
    values.add(order == SortOrder.OLDEST ? key.date() : ~key.date());
    values.add(key.id());
    return Json.array(values.toArray());
  }

  /** The score of a hit, where the order is by that. */
  OptionalDouble scoreOf(SortKey key) {
    return isByScore() ? OptionalDouble.of(score(key)) : OptionalDouble.empty();
  }

  /** The score that a key of an order by score was made of. */
  static double score(SortKey key) {
    int sortable = (int) ~key.rank();
    return Float.intBitsToFloat(sortable ^ ((sortable >> 31) & Integer.MAX_VALUE));
  }

  /** The bits of a number in the order of the numbers. */
  private static int sortable(float value) {
    int bits = Float.floatToIntBits(value);
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  private static long sortable(double value) {
    return bits(Double.doubleToLongBits(value));
  }

  private static long bits(long value) {
    return value ^ ((value >> 63) & Long.MAX_VALUE);
  }
}
