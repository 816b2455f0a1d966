package dev.broadsheet.opensearch;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.Filter;
import dev.broadsheet.words.DateBars;
import dev.broadsheet.words.DateHistogram;
import dev.broadsheet.words.FacetListing;
import dev.broadsheet.words.FacetTerm;
import dev.broadsheet.words.Restriction;
import dev.broadsheet.words.ValueCounts;
import dev.broadsheet.words.ZoneDays;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts what matches, in all and by the values of fields, in one request. The filters on the
 * counted fields are not part of the query; each count has those of the other fields as its own
 * ("drill-sideways").
 */
final class FacetReader {
  /** More values of a field are not told apart in one request: the most frequent are. */
  private static final int MOST_VALUES = 60_000;

  /** From here on the cluster may count stories with a small error. */
  private static final int PRECISION = 40_000;

  private static final String COUNTS = "counts";
  private static final String STORIES = "stories";
  private static final String LED = "led";
  private static final String TOTAL = "total";
  private static final String FIRST = "first";
  private static final String LAST = "last";
  private static final int PAGE = 10_000;

  private final Snapshot snapshot;
  private final Restriction restriction;
  private final FacetRequest request;
  private final List<Filter> filters;
  private final ZoneId zone;
  private final boolean byStory;

  FacetReader(
      Snapshot snapshot,
      Restriction restriction,
      FacetRequest request,
      List<Filter> filters,
      ZoneId zone,
      boolean byStory) {
    this.snapshot = snapshot;
    this.restriction = restriction;
    this.request = request;
    this.filters = filters;
    this.zone = zone;
    this.byStory = byStory;
  }

  /**
   * What was counted.
   *
   * @param total how much satisfies all filters
   * @param facets the counts of all fields, in their order
   */
  record Counted(long total, List<FacetCounts> facets) {
    Counted {
      facets = List.copyOf(facets);
    }
  }

  /** Counts what a query matches; of the values, those that are wanted. */
  Counted count(ObjectNode matching, Predicate<FacetTerm> wanted) throws IOException {
    List<Filter> always = filters.stream().filter(it -> counted(it).isEmpty()).toList();
    List<Filter> onCounted = filters.stream().filter(it -> counted(it).isPresent()).toList();
    ObjectNode query = restricted(matching, restriction.and(always));
    ObjectNode asked = Json.object(TOTAL, filtered(onCounted, Json.object()));
    for (FacetField field : request.fields()) {
      asked.set(field.label(), filtered(others(field), counts(field)));
    }
    JsonNode counted = snapshot.count(query, asked);
    List<FacetCounts> facets = new ArrayList<>();
    for (FacetField field : request.fields()) {
      JsonNode counts = counted.path(field.label());
      facets.add(
          new FacetCounts(
              field,
              field == FacetField.DATE
                  ? dates(counts, query)
                  : listing(field, wanted).values(values(field, counts))));
    }
    long total =
        byStory
            ? stories(snapshot, restricted(matching, restriction.and(filters)))
            : counted.path(TOTAL).path("doc_count").asLong();
    return new Counted(total, facets);
  }

  /** The field of a filter, if it is counted. */
  private Optional<FacetField> counted(Filter filter) {
    return field(filter).filter(request.fields()::contains);
  }

  private static Optional<FacetField> field(Filter filter) {
    return switch (filter) {
      case Filter.Values values -> Optional.of(values.field());
      case Filter.DateRange _ -> Optional.of(FacetField.DATE);
      case Filter.QualityRange _ -> Optional.empty();
    };
  }

  /** The filters on the counted fields but one. */
  private List<Filter> others(FacetField field) {
    return filters.stream()
        .filter(filter -> counted(filter).filter(other -> other != field).isPresent())
        .toList();
  }

  private static ObjectNode restricted(ObjectNode query, List<Filter> filters) {
    List<ObjectNode> all =
        Stream.concat(Stream.of(query), filters.stream().map(QueryWriter::filter)).toList();
    return QueryWriter.bool(List.of(), List.of(), all, List.of(), 0);
  }

  private static ObjectNode filtered(List<Filter> filters, ObjectNode inner) {
    List<ObjectNode> all = filters.stream().map(QueryWriter::filter).toList();
    ObjectNode filter =
        all.isEmpty()
            ? Json.object("match_all", Json.object())
            : QueryWriter.bool(List.of(), List.of(), all, List.of(), 0);
    return Json.object("filter", filter, "aggs", inner);
  }

  private ObjectNode counts(FacetField field) throws IOException {
    if (field == FacetField.DATE) {
      // A story counts once in each bar, so that the bars have to be chosen first.
      return byStory
          ? Json.object(FIRST, extreme("min"), LAST, extreme("max"))
          : bars(DateInterval.DAY);
    }
    int size = Math.clamp(snapshot.values(field).size(), 1, MOST_VALUES);
    ObjectNode terms =
        Json.object(
            "terms",
            Json.object("field", ClusterSchema.facet(field), "size", size, "shard_size", size));
    return Json.object(COUNTS, byStory ? terms.set("aggs", storiesOfEach()) : terms);
  }

  private static ObjectNode extreme(String which) {
    return Json.object(which, Json.object("field", ClusterSchema.DATE));
  }

  private ObjectNode bars(DateInterval interval) {
    ObjectNode histogram =
        Json.object(
            "date_histogram",
            Json.object(
                "field",
                ClusterSchema.DAY,
                "calendar_interval",
                interval.label(),
                "time_zone",
                zone.getId(),
                "min_doc_count",
                1));
    return Json.object(COUNTS, byStory ? histogram.set("aggs", storiesOfEach()) : histogram);
  }

  private static ObjectNode storiesOfEach() {
    ObjectNode led = Json.object("term", Json.object(ClusterSchema.LED, true));
    return Json.object(
        LED, Json.object("filter", led),
        STORIES,
            Json.object(
                "cardinality",
                Json.object("field", ClusterSchema.STORY, "precision_threshold", PRECISION)));
  }

  private ValueCounts values(FacetField field, JsonNode counted) throws IOException {
    ClusterFacetValues known = snapshot.values(field);
    var counts = new ValueCounts(known.size());
    for (JsonNode bucket : counted.path(COUNTS).path("buckets")) {
      int value = known.value(bucket.path("key").asString());
      if (value >= 0) {
        counts.set(value, (int) count(bucket));
      }
    }
    return counts;
  }

  private long count(JsonNode bucket) {
    // Where every item leads its own story, there are as many as there are items, to the last one.
    return byStory && bucket.path(LED).path("doc_count").asLong() > 0
        ? bucket.path(STORIES).path("value").asLong()
        : bucket.path("doc_count").asLong();
  }

  private FacetListing listing(FacetField field, Predicate<FacetTerm> wanted) throws IOException {
    return new FacetListing(field, snapshot.values(field), filters, request.size(), wanted);
  }

  private List<FacetCounts.Value> dates(JsonNode counted, ObjectNode query) throws IOException {
    var calendar = new ZoneDays(zone);
    if (!byStory) {
      var histogram = new DateHistogram();
      for (JsonNode bucket : counted.path(COUNTS).path("buckets")) {
        histogram.add(calendar.day(bucket.path("key").asLong()), count(bucket));
      }
      return histogram.values(request.interval());
    }
    if (!counted.path(FIRST).path("value").isNumber()) {
      return List.of();
    }
    DateInterval interval =
        DateBars.chosen(
            request.interval(),
            calendar.day(counted.path(FIRST).path("value").asLong()),
            calendar.day(counted.path(LAST).path("value").asLong()));
    JsonNode buckets =
        snapshot
            .count(restricted(query, others(FacetField.DATE)), bars(interval))
            .path(COUNTS)
            .path("buckets");
    Map<String, Long> bars = new LinkedHashMap<>();
    for (JsonNode bucket : buckets) {
      bars.put(DateBars.bar(calendar.day(bucket.path("key").asLong()), interval), count(bucket));
    }
    return bars.entrySet().stream()
        .map(bar -> new FacetCounts.Value(bar.getKey(), Optional.empty(), bar.getValue(), false))
        .toList();
  }

  /** How many stories a query matches, exactly: they are gone through, page by page. */
  static long stories(Snapshot snapshot, ObjectNode query) throws IOException {
    ObjectNode composite =
        Json.object(
            "size",
            PAGE,
            "sources",
            Json.array(
                Json.object(
                    "story", Json.object("terms", Json.object("field", ClusterSchema.STORY)))));
    long stories = 0;
    int size;
    do {
      JsonNode page =
          snapshot
              .count(query, Json.object(STORIES, Json.object("composite", composite)))
              .path(STORIES);
      size = page.path("buckets").size();
      stories += size;
      composite.set("after", page.path("after_key"));
    } while (size == PAGE);
    return stories;
  }
}
