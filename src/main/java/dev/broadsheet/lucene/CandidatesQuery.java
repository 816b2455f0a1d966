package dev.broadsheet.lucene;

import dev.broadsheet.lucene.TypedScores.Part;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Matches what covers enough of a query, and scores it by the sum of other queries' scores.
 *
 * <p>Lucene's search for the best among many documents skips by what each block of them can score,
 * and reads all blocks of frequent terms for that. Where few documents are left to choose from, it
 * is less work to score each.
 */
final class CandidatesQuery extends Query {
  /** From about here on, skipping saves more than it costs. */
  static final int FEW = 1000;

  private final CoverageQuery candidates;
  private final TypedScores typed;
  private final List<Query> besides;

  /**
   * A query.
   *
   * @param candidates what is matched
   * @param typed what it is scored by; each candidate is matched by one of them at least
   * @param besides each adds its score to the documents that it matches
   */
  CandidatesQuery(CoverageQuery candidates, TypedScores typed, List<Query> besides) {
    this.candidates = candidates;
    this.typed = typed;
    this.besides = List.copyOf(besides);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    if (!mode.needsScores()) {
      return candidates.createWeight(searcher, mode, boost);
    }
    if (candidates.count(searcher) > FEW) {
      return amongMany(searcher, mode, boost);
    }
    return new OneByOne(searcher, mode, boost);
  }

  /** Scores the same by Lucene's search for the best among many. */
  private Weight amongMany(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
    var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
    query.add(candidates, Occur.FILTER);
    scores().forEach(part -> query.add(part, Occur.SHOULD));
    return searcher.createWeight(searcher.rewrite(query.build()), mode, boost);
  }

  private Stream<Query> scores() {
    return Stream.concat(typed.queries().stream(), besides.stream());
  }

  private final class OneByOne extends Weight {
    private final IndexSearcher searcher;
    private final ScoreMode mode;
    private final float boost;
    private final TypedScores.Scores typedScores;
    private final List<Weight> weights;

    OneByOne(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
      super(CandidatesQuery.this);
      this.searcher = searcher;
      this.mode = mode;
      this.boost = boost;
      this.typedScores = typed.by(searcher, boost);
      this.weights = TypedScores.weights(searcher, besides, boost);
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      CoverageQuery.Matches matches = candidates.documents(searcher, context);
      if (matches.count() == 0) {
        return null;
      }
      return new DefaultScorerSupplier(
          new SumScorer(
              matches.iterator(),
              typedScores.in(context),
              Part.of(weights, context, matches.count())));
    }

    @Override
    public Explanation explain(LeafReaderContext context, int document) throws IOException {
      return amongMany(searcher, mode, boost).explain(context, document);
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return false;
    }
  }

  private static final class SumScorer extends Scorer {
    private final DocIdSetIterator documents;
    private final TypedScores.Segment typed;
    private final List<Part> besides;
    private int scored = -1;
    private float score;

    SumScorer(DocIdSetIterator documents, TypedScores.Segment typed, List<Part> besides) {
      this.documents = documents;
      this.typed = typed;
      this.besides = besides;
    }

    @Override
    public int docID() {
      return documents.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return documents;
    }

    @Override
    public float getMaxScore(int upTo) {
      return Float.POSITIVE_INFINITY;
    }

    @Override
    public float score() throws IOException {
      int document = documents.docID();
      if (scored != document) {
        score = (float) (typed.sum(document) + Part.sum(besides, document));
        scored = document;
      }
      return score;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    candidates.visit(visitor.getSubVisitor(Occur.FILTER, this));
    QueryVisitor scoring = visitor.getSubVisitor(Occur.SHOULD, this);
    scores().forEach(query -> query.visit(scoring));
  }

  @Override
  public String toString(@Nullable String field) {
    return candidates.toString(field) + " scored by " + scores().toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CandidatesQuery query
        && candidates.equals(query.candidates)
        && typed.queries().equals(query.typed.queries())
        && besides.equals(query.besides);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * candidates.hashCode() + typed.queries().hashCode()) + besides.hashCode();
  }
}
