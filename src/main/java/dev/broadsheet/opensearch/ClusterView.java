package dev.broadsheet.opensearch;

import dev.broadsheet.article.Article;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.words.BoundedCache;
import dev.broadsheet.words.FacetNames;
import dev.broadsheet.words.FacetValues;
import dev.broadsheet.words.IndexView;
import dev.broadsheet.words.Queries;
import dev.broadsheet.words.TextPlan;
import dev.broadsheet.words.TextPlanner;
import dev.broadsheet.words.Weights;
import dev.broadsheet.words.WordList;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A snapshot, as far as words are concerned. For one request. */
final class ClusterView implements IndexView<Sought> {
  private static final Queries<Sought> QUERIES = new SoughtQueries();

  private final Snapshot snapshot;
  private final Numbers numbers;
  private final Documents documents;

  ClusterView(Snapshot snapshot) {
    this(snapshot, new Numbers(snapshot));
  }

  private ClusterView(Snapshot snapshot, Numbers numbers) {
    this.snapshot = snapshot;
    this.numbers = numbers;
    this.documents = new Documents(snapshot);
  }

  /** The same snapshot by other numbers. */
  ClusterView withNumbers(List<Long> listed, List<Sought> queries) {
    return new ClusterView(snapshot, Numbers.of(snapshot, listed, AskedTerms.of(queries)));
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** A query, scored by the numbers of this view. */
  ObjectNode scored(Sought query) throws IOException {
    numbers.prepare(List.of(query));
    return new QueryWriter(numbers).scored(query);
  }

  /** What a query matches. */
  ObjectNode filter(Sought query) throws IOException {
    // What covers enough of a query is told by scores.
    return new QueryWriter(numbers).filter(query);
  }

  @Override
  public Queries<Sought> queries() {
    return QUERIES;
  }

  @Override
  public Weights weights() {
    return numbers;
  }

  @Override
  public WordList words() {
    return snapshot.words();
  }

  @Override
  public long count(Sought query) throws IOException {
    return snapshot.view().count(filter(query));
  }

  @Override
  public int count(Sought query, int limit) throws IOException {
    ObjectNode request =
        Json.object("query", filter(query), "size", 0, "track_total_hits", Math.max(1, limit));
    long total = snapshot.search(request).path("hits").path("total").path("value").asLong();
    return (int) Math.min(limit, total);
  }

  @Override
  public List<Scored> best(Sought query, int size) throws IOException {
    ObjectNode request = Json.object("query", scored(query), "track_total_hits", false);
    List<Ranked> found = Ranked.read(snapshot, request, HitSort.of(SortOrder.RELEVANCE), 0, size);
    List<Scored> best = new ArrayList<>();
    for (Ranked hit : found) {
      float score = (float) HitSort.score(hit.key());
      best.add(new Scored(documents.article(found, hit.id()), score));
    }
    return best;
  }

  @Override
  public List<Article> newest(Sought query, int size) throws IOException {
    ObjectNode request = Json.object("query", filter(query), "track_total_hits", false);
    List<Ranked> found = Ranked.read(snapshot, request, HitSort.of(SortOrder.NEWEST), 0, size);
    List<Article> newest = new ArrayList<>();
    for (Ranked hit : found) {
      newest.add(documents.article(found, hit.id()));
    }
    return newest;
  }

  @Override
  public float scoreAt(int rank, Sought query) throws IOException {
    ObjectNode request = Json.object("query", scored(query), "track_total_hits", false);
    request.put("from", Math.min(rank, ClusterSchema.WINDOW) - 1);
    request.put("size", 1);
    request.put("_source", false);
    JsonNode hit = snapshot.search(request).path("hits").path("hits").path(0);
    return hit.isMissingNode() ? 0 : hit.path("_score").floatValue();
  }

  @Override
  public List<Long> numbers(TextPlan<Sought> plan) throws IOException {
    return numbers.list(AskedTerms.of(plan.scored()));
  }

  @Override
  public Instant committedAt() {
    return snapshot.state().committedAt();
  }

  @Override
  public int deletedDocuments() {
    return 0;
  }

  @Override
  public TextPlanner.Decided decided(
      TextPlanner.Question question,
      BoundedCache.Source<TextPlanner.Question, TextPlanner.Decided> source)
      throws IOException {
    return snapshot.decisions().get(question, source);
  }

  @Override
  public FacetValues values(FacetField field) throws IOException {
    return snapshot.values(field);
  }

  @Override
  public FacetNames names(FacetField field) throws IOException {
    return snapshot.names(field);
  }
}
