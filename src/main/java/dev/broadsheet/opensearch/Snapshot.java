package dev.broadsheet.opensearch;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Hit;
import dev.broadsheet.words.BoundedCache;
import dev.broadsheet.words.FacetNames;
import dev.broadsheet.words.TextPlanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An index at one point in time: all of one answer comes from one snapshot. */
final class Snapshot implements AutoCloseable {
  private static final int TERMS = 20_000;
  private static final int STORY_NAMES = 10_000;
  private static final String FILTERS = "numbers";

  /** So many are asked about in one request. */
  private static final int AT_ONCE = 500;

  private final View view;
  private final IndexState state;
  private final ClusterWords words = new ClusterWords(this);
  private final BoundedCache<TextPlanner.Question, TextPlanner.Decided> decisions =
      TextPlanner.decisions();
  private final BoundedCache<FieldTerm, Long> terms = new BoundedCache<>(TERMS);
  private final BoundedCache<String, Long> fields = new BoundedCache<>(16);
  private final BoundedCache<ArticleId, Optional<Hit.Story>> storyNames =
      new BoundedCache<>(STORY_NAMES);
  private final BoundedCache<FacetField, ClusterFacetValues> values =
      new BoundedCache<>(FacetField.values().length);
  private final BoundedCache<FacetField, FacetNames> names =
      new BoundedCache<>(FacetField.values().length);

  Snapshot(View view, IndexState state) {
    this.view = view;
    this.state = state;
  }

  IndexState state() {
    return state;
  }

  View view() {
    return view;
  }

  /** Searches in this state. */
  JsonNode search(ObjectNode request) throws IOException {
    return view.search(request);
  }

  /** What stands in aggregations over what a query matches; no hits. */
  JsonNode count(ObjectNode query, ObjectNode aggregations) throws IOException {
    return view.search(
            Json.object("query", query, "size", 0, "track_total_hits", false, "aggs", aggregations))
        .path("aggregations");
  }

  ClusterWords words() {
    return words;
  }

  BoundedCache<TextPlanner.Question, TextPlanner.Decided> decisions() {
    return decisions;
  }

  BoundedCache<ArticleId, Optional<Hit.Story>> storyNames() {
    return storyNames;
  }

  ClusterFacetValues values(FacetField field) throws IOException {
    return values.get(field, it -> ClusterFacetValues.read(this, it));
  }

  FacetNames names(FacetField field) throws IOException {
    return names.get(field, it -> FacetNames.of(values(it)));
  }

  long documentsWith(FieldTerm term) throws IOException {
    return terms.get(term, it -> documentsWith(List.of(it)).getOrDefault(it, 0L));
  }

  /** How many items have each of some terms. */
  Map<FieldTerm, Long> documentsWith(List<FieldTerm> asked) throws IOException {
    Map<FieldTerm, Long> counts = new HashMap<>();
    List<FieldTerm> unknown = new ArrayList<>();
    for (FieldTerm term : asked) {
      Long known = terms.known(term);
      if (known == null) {
        unknown.add(term);
      } else {
        counts.put(term, known);
      }
    }
    for (int from = 0; from < unknown.size(); from += AT_ONCE) {
      ask(unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE)), counts);
    }
    return counts;
  }

  private void ask(List<FieldTerm> asked, Map<FieldTerm, Long> counts) throws IOException {
    List<ObjectNode> filters = new ArrayList<>();
    asked.forEach(
        term -> filters.add(Json.object("term", Json.object(term.field(), term.token()))));
    ObjectNode any = QueryWriter.bool(List.of(), filters, List.of(), List.of(), 1);
    JsonNode buckets =
        count(any, Json.object(FILTERS, Json.object("filters", Json.object("filters", filters))))
            .path(FILTERS)
            .path("buckets");
    for (int i = 0; i < asked.size(); i++) {
      long count = buckets.path(i).path("doc_count").asLong();
      counts.put(asked.get(i), count);
      terms.put(asked.get(i), count);
    }
  }

  /** How many items have a field. */
  long documentsWithField(String field) throws IOException {
    return fields.get(
        field,
        it -> view.count(Json.object("exists", Json.object("field", ClusterSchema.factor(it)))));
  }

  @Override
  public void close() {
    view.close();
  }
}
