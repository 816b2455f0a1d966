package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts what a query matches, and stops at a limit. */
final class BoundedCount implements CollectorManager<BoundedCount.Counter, Integer> {
  private final int limit;

  private BoundedCount(int limit) {
    this.limit = limit;
  }

  /** How many documents a query matches, or the limit, if there are more. */
  static int of(IndexSearcher searcher, Query query, int limit) throws IOException {
    return searcher.search(query, new BoundedCount(limit));
  }

  @Override
  public Counter newCollector() {
    return new Counter(limit);
  }

  @Override
  public Integer reduce(Collection<Counter> counters) {
    return Math.min(limit, counters.stream().mapToInt(counter -> counter.count).sum());
  }

  /** Counts some of the documents. */
  static final class Counter extends SimpleCollector {
    private final int limit;
    private int count;

    private Counter(int limit) {
      this.limit = limit;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
      stopAtLimit();
    }

    @Override
    public void collect(int document) {
      stopAtLimit();
      count++;
    }

    private void stopAtLimit() {
      if (count >= limit) {
        throw new CollectionTerminatedException();
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
