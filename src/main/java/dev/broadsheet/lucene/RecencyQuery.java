package dev.broadsheet.lucene;

import dev.broadsheet.words.Ranking;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterScorer;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies the scores of a query by a factor for the age of each document. As no factor is above
 * 1, what bounds the query's own scores bounds the products too, so that a search goes on skipping
 * what can't be among the best.
 */
final class RecencyQuery extends Query {
  private final Query query;
  private final Ranking.Recency recency;
  private final Instant now;

  RecencyQuery(Query query, Ranking.Recency recency, Instant now) {
    this.query = query;
    this.recency = recency;
    this.now = now;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = query.rewrite(searcher);
    return rewritten.equals(query) ? this : new RecencyQuery(rewritten, recency, now);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight weight = searcher.createWeight(query, mode, boost);
    return mode.needsScores() ? new AgeWeight(weight) : weight;
  }

  private final class AgeWeight extends FilterWeight {
    AgeWeight(Weight weight) {
      super(RecencyQuery.this, weight);
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      ScorerSupplier supplier = in.scorerSupplier(context);
      if (supplier == null) {
        return null;
      }
      NumericDocValues dates = DocValues.getNumeric(context.reader(), Schema.DATE);
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) throws IOException {
          return new AgeScorer(supplier.get(leadCost), dates);
        }

        @Override
        public long cost() {
          return supplier.cost();
        }

        @Override
        public void setTopLevelScoringClause() throws IOException {
          supplier.setTopLevelScoringClause();
        }
      };
    }

    /** Not by the count of the matches: that is what the other weight has. */
    @Override
    public Explanation explain(LeafReaderContext context, int document) throws IOException {
      Explanation text = in.explain(context, document);
      Scorer scorer = scorer(context);
      if (!text.isMatch() || scorer == null || scorer.iterator().advance(document) != document) {
        return text;
      }
      return Explanation.match(scorer.score(), "times a factor for its age of:", text);
    }
  }

  private final class AgeScorer extends FilterScorer {
    private final NumericDocValues dates;

    AgeScorer(Scorer scorer, NumericDocValues dates) {
      super(scorer);
      this.dates = dates;
    }

    @Override
    public float score() throws IOException {
      return (float) (in.score() * recency.factor(now, date()));
    }

    private Optional<Instant> date() throws IOException {
      return dates.advanceExact(docID())
          ? Optional.of(Instant.ofEpochMilli(dates.longValue()))
          : Optional.empty();
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return in.getMaxScore(upTo);
    }

    @Override
    public int advanceShallow(int target) throws IOException {
      return in.advanceShallow(target);
    }

    @Override
    public void setMinCompetitiveScore(float least) throws IOException {
      in.setMinCompetitiveScore(least);
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    query.visit(visitor.getSubVisitor(Occur.MUST, this));
  }

  @Override
  public String toString(@Nullable String field) {
    return "recency(" + query.toString(field) + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecencyQuery age
        && query.equals(age.query)
        && recency.equals(age.recency)
        && now.equals(age.now);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * query.hashCode() + recency.hashCode()) + now.hashCode();
  }
}
