package dev.broadsheet.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Searches while there is time: looks at the {@link Deadline} before each segment, and in a large
 * one after so many documents. Lucene's own timeout marks a searcher, of which there is one for
 * all; and it looks after a hundred documents, and then after half as many more each time, which
 * costs short searches more, and lets long ones overrun by half.
 */
class TimedSearcher extends IndexSearcher {
  /** A millisecond or so of the usual searches, some hundred of the worst. */
  private static final int DOCUMENTS = 1 << 16;

  /** Beginning a piece costs a little: where one took less time than this, the next is larger. */
  private static final long SHORT_NANOS = 5_000_000;

  TimedSearcher(IndexReader reader) {
    super(reader);
  }

  /** Searches for what was rewritten and weighed before. */
  final void search(Weight weight, Collector collector) throws IOException {
    for (LeafSlice slice : getSlices()) {
      search(slice.partitions, weight, collector);
    }
  }

  @Override
  protected final void searchLeaf(
      LeafReaderContext context, int min, int max, Weight weight, Collector collector)
      throws IOException {
    Deadline deadline = Deadline.current();
    if (deadline == null) {
      super.searchLeaf(context, min, max, weight, collector);
      return;
    }
    deadline.look();
    boolean large = context.reader().maxDoc() > DOCUMENTS;
    super.searchLeaf(
        context, min, max, large ? new TimedWeight(weight, deadline) : weight, collector);
  }

  private static final class TimedWeight extends FilterWeight {
    private final Deadline deadline;

    TimedWeight(Weight weight, Deadline deadline) {
      super(weight);
      this.deadline = deadline;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      ScorerSupplier supplier = in.scorerSupplier(context);
      return supplier == null ? null : new TimedSupplier(supplier, deadline);
    }
  }

  private static final class TimedSupplier extends ScorerSupplier {
    private final ScorerSupplier supplier;
    private final Deadline deadline;

    TimedSupplier(ScorerSupplier supplier, Deadline deadline) {
      this.supplier = supplier;
      this.deadline = deadline;
    }

    @Override
    public Scorer get(long leadCost) throws IOException {
      return supplier.get(leadCost);
    }

    @Override
    public @Nullable BulkScorer bulkScorer() throws IOException {
      BulkScorer scorer = supplier.bulkScorer();
      return scorer == null ? null : new TimedScorer(scorer, deadline);
    }

    @Override
    public long cost() {
      return supplier.cost();
    }

    @Override
    public void setTopLevelScoringClause() throws IOException {
      supplier.setTopLevelScoringClause();
    }
  }

  private static final class TimedScorer extends BulkScorer {
    private final BulkScorer scorer;
    private final Deadline deadline;

    TimedScorer(BulkScorer scorer, Deadline deadline) {
      this.scorer = scorer;
      this.deadline = deadline;
    }

    @Override
    public int score(LeafCollector collector, @Nullable Bits acceptDocs, int min, int max)
        throws IOException {
      int next = min;
      long documents = DOCUMENTS;
      long before = deadline.look();
      while (next < max) {
        int end = (int) Math.min(next + documents, max);
        next = Math.max(end, scorer.score(collector, acceptDocs, next, end));
        long now = deadline.look();
        documents = now - before < SHORT_NANOS ? 2 * documents : DOCUMENTS;
        before = now;
      }
      return next;
    }

    @Override
    public long cost() {
      return scorer.cost();
    }
  }
}
