package dev.broadsheet.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.FilterScorer;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Matches the items that another query matches, scored by their quality alone: as a conjunction
 * with {@link QueryTranslator#items()} does, which has to look each of them up among the postings
 * of all items.
 */
final class QualityQuery extends Query {
  private static final int BATCH = 128;

  private final Query matching;

  /**
   * A query.
   *
   * @param matching matches items alone
   */
  QualityQuery(Query matching) {
    this.matching = matching;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = matching.rewrite(searcher);
    if (rewritten instanceof MatchNoDocsQuery) {
      return rewritten;
    }
    return rewritten.equals(matching) ? this : new QualityQuery(rewritten);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    if (!mode.needsScores()) {
      return matching.createWeight(searcher, mode, boost);
    }
    Weight weight = matching.createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1);
    return new QualityWeight(weight, QualitySimilarity.ofItems(boost));
  }

  private final class QualityWeight extends FilterWeight {
    private final SimScorer quality;

    QualityWeight(Weight weight, SimScorer quality) {
      super(QualityQuery.this, weight);
      this.quality = quality;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      ScorerSupplier supplier = in.scorerSupplier(context);
      NumericDocValues norms = context.reader().getNormValues(Schema.ITEM);
      return supplier == null || norms == null
          ? null
          : new ScorerSupplier() {
            @Override
            public Scorer get(long leadCost) throws IOException {
              return new QualityScorer(supplier.get(leadCost), norms, quality);
            }

            @Override
            public BulkScorer bulkScorer() throws IOException {
              Scorer scorer = get(Long.MAX_VALUE);
              return scorer.twoPhaseIterator() == null
                  ? new BatchScorer(scorer)
                  : super.bulkScorer();
            }

            @Override
            public long cost() {
              return supplier.cost();
            }
          };
    }
  }

  private static final class QualityScorer extends FilterScorer {
    private final NumericDocValues norms;
    private final SimScorer quality;
    private final long[] batch = new long[BATCH];

    QualityScorer(Scorer matching, NumericDocValues norms, SimScorer quality) {
      super(matching);
      this.norms = norms;
      this.quality = quality;
    }

    @Override
    public float score() throws IOException {
      return norms.advanceExact(docID()) ? quality.score(1, norms.longValue()) : 0;
    }

    @Override
    public float getMaxScore(int upTo) {
      return quality.score(1, QualitySimilarity.BEST_NORM);
    }

    @Override
    public void setMinCompetitiveScore(float least) {
      // The scorer that is wrapped has no scores, and takes none.
    }

    @Override
    public void nextDocsAndScores(
        int upTo, @Nullable Bits acceptDocs, DocAndFloatFeatureBuffer buffer) throws IOException {
      if (twoPhaseIterator() != null) {
        super.nextDocsAndScores(upTo, acceptDocs, buffer);
        return;
      }
      buffer.growNoCopy(BATCH);
      do {
        buffer.size = iterator().intoArray(upTo, buffer.docs);
        if (buffer.size == 0) {
          return;
        }
        if (acceptDocs != null) {
          buffer.apply(acceptDocs);
        }
      } while (buffer.size == 0);
      for (int at = 0; at < buffer.size; at += BATCH) {
        int size = Math.min(BATCH, buffer.size - at);
        norms.longValues(size, buffer.docs, at, batch, 0, QualitySimilarity.WORST_NORM);
        for (int i = 0; i < size; i++) {
          buffer.features[at + i] = quality.score(1, batch[i]);
        }
      }
    }
  }

  /** Collects only what can be among the best: that is all a batch of scores is asked for. */
  private static final class BatchScorer extends BulkScorer {
    private final Scorer scorer;
    private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
    private final Current current = new Current();

    BatchScorer(Scorer scorer) {
      this.scorer = scorer;
    }

    @Override
    public int score(LeafCollector collector, @Nullable Bits acceptDocs, int min, int max)
        throws IOException {
      collector.setScorer(current);
      if (scorer.docID() < min) {
        scorer.iterator().advance(min);
      }
      do {
        scorer.nextDocsAndScores(max, acceptDocs, buffer);
        for (int i = 0; i < buffer.size; i++) {
          current.score = buffer.features[i];
          if (current.score >= current.least) {
            collector.collect(buffer.docs[i]);
          }
        }
      } while (buffer.size > 0);
      return scorer.docID();
    }

    @Override
    public long cost() {
      return scorer.iterator().cost();
    }
  }

  /** The score of the document that is collected. */
  private static final class Current extends Scorable {
    private float score;
    private float least;

    @Override
    public float score() {
      return score;
    }

    @Override
    public void setMinCompetitiveScore(float minScore) {
      least = minScore;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    QueryTranslator.items().visit(visitor.getSubVisitor(Occur.MUST, this));
    matching.visit(visitor.getSubVisitor(Occur.FILTER, this));
  }

  @Override
  public String toString(@Nullable String field) {
    return "quality(" + matching.toString(field) + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof QualityQuery query && matching.equals(query.matching);
  }

  @Override
  public int hashCode() {
    return matching.hashCode() + 1;
  }
}
