package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Gathers what a query matches, in the order of the index, and stops at a limit. */
final class FirstDocuments extends SimpleCollector {
  private final int[] documents;
  private int size;
  private int base;

  private FirstDocuments(int limit) {
    documents = new int[limit];
  }

  /** The documents that a query matches, or the first of them up to a limit. */
  static int[] of(IndexSearcher searcher, Query query, int limit) throws IOException {
    var first = new FirstDocuments(limit);
    searcher.search(query, new OneCollector(first));
    return Arrays.copyOf(first.documents, first.size);
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) {
    base = context.docBase;
    stopAtLimit();
  }

  @Override
  public void collect(int document) {
    stopAtLimit();
    documents[size++] = base + document;
  }

  private void stopAtLimit() {
    if (size == documents.length) {
      throw new CollectionTerminatedException();
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
