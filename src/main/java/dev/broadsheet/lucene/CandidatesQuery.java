package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import org.apache.lucene.search.TwoPhaseIterator;
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
  private final List<Query> scores;

  /**
   * A query.
   *
   * @param candidates what is matched
   * @param scores each adds its score to the documents that it matches; each candidate is matched
   *     by one of them at least
   */
  CandidatesQuery(CoverageQuery candidates, List<Query> scores) {
    this.candidates = candidates;
    this.scores = List.copyOf(scores);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    List<Query> rewritten = new ArrayList<>();
    for (Query query : scores) {
      rewritten.add(searcher.rewrite(query));
    }
    return rewritten.equals(scores) ? this : new CandidatesQuery(candidates, rewritten);
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
    List<Weight> weights = new ArrayList<>();
    for (Query query : scores) {
      weights.add(query.createWeight(searcher, ScoreMode.COMPLETE, boost));
    }
    return new OneByOne(searcher, mode, boost, weights);
  }

  /** Scores the same by Lucene's search for the best among many. */
  private Weight amongMany(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
    var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
    query.add(candidates, Occur.FILTER);
    scores.forEach(part -> query.add(part, Occur.SHOULD));
    return searcher.createWeight(searcher.rewrite(query.build()), mode, boost);
  }

  private final class OneByOne extends Weight {
    private final IndexSearcher searcher;
    private final ScoreMode mode;
    private final float boost;
    private final List<Weight> weights;

    OneByOne(IndexSearcher searcher, ScoreMode mode, float boost, List<Weight> weights) {
      super(CandidatesQuery.this);
      this.searcher = searcher;
      this.mode = mode;
      this.boost = boost;
      this.weights = weights;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      CoverageQuery.Matches matches = candidates.documents(searcher, context);
      if (matches.count() == 0) {
        return null;
      }
      List<Part> parts = new ArrayList<>();
      for (Weight weight : weights) {
        ScorerSupplier supplier = weight.scorerSupplier(context);
        if (supplier != null) {
          parts.add(Part.of(supplier.get(matches.count())));
        }
      }
      return new DefaultScorerSupplier(new SumScorer(matches.iterator(), parts));
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

  /** One of the scores that are added up. */
  private record Part(
      Scorer scorer, DocIdSetIterator documents, @Nullable TwoPhaseIterator matching) {
    static Part of(Scorer scorer) {
      TwoPhaseIterator matching = scorer.twoPhaseIterator();
      return matching == null
          ? new Part(scorer, scorer.iterator(), null)
          : new Part(scorer, matching.approximation(), matching);
    }

    float score(int document) throws IOException {
      int at = documents.docID();
      if (at < document) {
        at = documents.advance(document);
      }
      return at == document && (matching == null || matching.matches()) ? scorer.score() : 0;
    }
  }

  private static final class SumScorer extends Scorer {
    private final DocIdSetIterator documents;
    private final List<Part> parts;
    private int scored = -1;
    private float score;

    SumScorer(DocIdSetIterator documents, List<Part> parts) {
      this.documents = documents;
      this.parts = parts;
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
        double sum = 0;
        for (Part part : parts) {
          sum += part.score(document);
        }
        score = (float) sum;
        scored = document;
      }
      return score;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    candidates.visit(visitor.getSubVisitor(Occur.FILTER, this));
    QueryVisitor scoring = visitor.getSubVisitor(Occur.SHOULD, this);
    scores.forEach(query -> query.visit(scoring));
  }

  @Override
  public String toString(@Nullable String field) {
    return candidates.toString(field) + " scored by " + scores;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CandidatesQuery query
        && candidates.equals(query.candidates)
        && scores.equals(query.scores);
  }

  @Override
  public int hashCode() {
    return 31 * candidates.hashCode() + scores.hashCode();
  }
}
