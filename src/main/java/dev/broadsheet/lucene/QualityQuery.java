package dev.broadsheet.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.ImpactsDISI;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MaxScoreCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Matches the items that another query matches, scored by their quality alone: as a conjunction
 * with {@link QueryTranslator#items()} does, which looks each of them up among the postings of all
 * items. Of those only the bounds of blocks are read, to skip what can't be among the best.
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
      TermsEnum items = Terms.getTerms(context.reader(), Schema.ITEM).iterator();
      return supplier == null || norms == null || !items.seekExact(new BytesRef(Schema.ITEM))
          ? null
          : new ScorerSupplier() {
            @Override
            public Scorer get(long leadCost) throws IOException {
              var bounds = new MaxScoreCache(items.impacts(PostingsEnum.FREQS), quality);
              return new QualityScorer(supplier.get(leadCost).iterator(), bounds, norms, quality);
            }

            @Override
            public BulkScorer bulkScorer() throws IOException {
              return new BatchScorer(get(Long.MAX_VALUE));
            }

            @Override
            public long cost() {
              return supplier.cost();
            }
          };
    }
  }

  private static final class QualityScorer extends Scorer {
    private final ImpactsDISI iterator;
    private final NumericDocValues norms;
    private final SimScorer quality;
    private final long[] batch = new long[BATCH];

    /**
     * A scorer.
     *
     * @param bounds how good the items of a block are at best, whether they match or not
     */
    QualityScorer(
        DocIdSetIterator matching,
        MaxScoreCache bounds,
        NumericDocValues norms,
        SimScorer quality) {
      this.iterator = new ImpactsDISI(matching, bounds);
      this.norms = norms;
      this.quality = quality;
    }

    @Override
    public int docID() {
      return iterator.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return iterator;
    }

    @Override
    public float score() throws IOException {
      return norms.advanceExact(docID()) ? quality.score(1, norms.longValue()) : 0;
    }

    @Override
    public int advanceShallow(int target) throws IOException {
      return iterator.getMaxScoreCache().advanceShallow(target);
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return iterator.getMaxScoreCache().getMaxScore(upTo);
    }

    @Override
    public void setMinCompetitiveScore(float least) {
      iterator.setMinCompetitiveScore(least);
    }

    @Override
    public void nextDocsAndScores(
        int upTo, @Nullable Bits acceptDocs, DocAndFloatFeatureBuffer buffer) throws IOException {
      buffer.growNoCopy(BATCH);
      do {
        buffer.size = iterator.intoArray(upTo, buffer.docs);
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
