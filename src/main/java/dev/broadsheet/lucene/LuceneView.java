package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.search.FacetField;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;

/** A snapshot, as far as words are concerned. For one request. */
final class LuceneView implements IndexView<Query> {
  private final Snapshot snapshot;
  private final TimedSearcher searcher;
  private final TermWeights weights;
  private final LuceneQueries queries;
  private boolean decides;
  private @Nullable RememberedPlan remembered;

  /**
   * A view.
   *
   * @param searcher of the snapshot; all term statistics are asked of it
   */
  LuceneView(Snapshot snapshot, TimedSearcher searcher) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.weights = new TermWeights(searcher);
    this.queries = new LuceneQueries(weights);
  }

  @Override
  public Queries<Query> queries() {
    return queries;
  }

  @Override
  public Weights weights() {
    return weights;
  }

  @Override
  public WordList words() {
    return snapshot.words();
  }

  @Override
  public long count(Query query) throws IOException {
    return snapshot.searcher().count(query);
  }

  @Override
  public int count(Query query, int limit) throws IOException {
    Query rewritten = searcher.rewrite(query);
    return rewritten instanceof FewQuery few && limit <= few.limit()
        ? few.count(searcher, limit)
        : FirstDocuments.of(searcher, rewritten, limit).length;
  }

  @Override
  public List<Scored> best(Query query, int size) throws IOException {
    var collector = new TopScoreDocCollectorManager(size, size);
    ScoreDoc[] found = searcher.search(query, collector).scoreDocs;
    List<Article> articles = articles(found);
    List<Scored> best = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      best.add(new Scored(articles.get(i), found[i].score));
    }
    return best;
  }

  @Override
  public List<Article> newest(Query query, int size) throws IOException {
    return articles(searcher.search(query, size, Schema.NEWEST_FIRST).scoreDocs);
  }

  private List<Article> articles(ScoreDoc[] found) throws IOException {
    return snapshot.articles(Arrays.stream(found).mapToInt(it -> it.doc));
  }

  @Override
  public float scoreAt(int rank, Query query) throws IOException {
    ScoreDoc[] best = searcher.search(query, new TopScoreDocCollectorManager(rank, 1)).scoreDocs;
    return best.length < rank ? 0 : best[rank - 1].score;
  }

  @Override
  public List<Long> numbers(TextPlan<Query> plan) throws IOException {
    Optional<RememberedPlan> known = remembered(plan);
    return known.isPresent()
        ? known.get().numbers(snapshot.reader())
        : TermNumbers.of(snapshot.reader(), plan.scored()).list();
  }

  /** The same snapshot by other numbers. */
  LuceneView withNumbers(List<Long> numbers, List<Query> scored) {
    return new LuceneView(snapshot, snapshot.searcher(TermNumbers.of(numbers, scored)));
  }

  /** Searches the snapshot by the numbers of this view. */
  TimedSearcher searcher() {
    return searcher;
  }

  @Override
  public Instant committedAt() {
    return snapshot.committedAt();
  }

  @Override
  public int deletedDocuments() {
    return snapshot.reader().numDeletedDocs();
  }

  @Override
  public TextPlanner.Decided decided(
      TextPlanner.Question question,
      BoundedCache.Source<TextPlanner.Question, TextPlanner.Decided> source)
      throws IOException {
    return snapshot
        .decisions()
        .get(
            question,
            unknown -> {
              decides = true;
              queries.rememberScores();
              return source.get(unknown);
            });
  }

  /** Remembered from the second time on: what is asked once is decided, and not asked again. */
  @Override
  public TextPlan<Query> planned(
      TextPlanner.Question question,
      BoundedCache.Source<TextPlanner.Question, TextPlan<Query>> source)
      throws IOException {
    RememberedPlan known = snapshot.plans().known(question);
    if (known == null) {
      TextPlan<Query> plan = source.get(question);
      if (decides) {
        return plan;
      }
      known = new RememberedPlan(plan);
      snapshot.plans().put(question, known);
    }
    remembered = known;
    return known.plan();
  }

  /** What is remembered with a plan, if it is one that {@link #planned} remembers. */
  Optional<RememberedPlan> remembered(TextPlan<Query> plan) {
    return Optional.ofNullable(remembered).filter(known -> known.plan().equals(plan));
  }

  @Override
  public FacetValues values(FacetField field) {
    return snapshot.facets().table(field);
  }

  @Override
  public FacetNames names(FacetField field) throws IOException {
    return snapshot.names(field);
  }
}
