package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Matches documents that are known by their numbers in a snapshot; all score alike. */
final class DocumentsQuery extends Query {
  private final int[] documents;

  /**
   * A query.
   *
   * @param documents in order
   */
  DocumentsQuery(int... documents) {
    this.documents = documents.clone();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
        DocIdSetIterator listed = listed(documents, context);
        return listed.cost() == 0
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                listed, score(), scoreMode, context.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  /** Those of documents, in order, that are in a segment. */
  static DocIdSetIterator listed(int[] documents, LeafReaderContext context) {
    int from = position(documents, context.docBase);
    int to = position(documents, context.docBase + context.reader().maxDoc());
    return new Listed(documents, from, to, context.docBase);
  }

  /** Where the first document stands that is not below this one. */
  private static int position(int[] documents, int document) {
    int found = Arrays.binarySearch(documents, document);
    return found >= 0 ? found : -found - 1;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "documents " + Arrays.toString(documents);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocumentsQuery query && Arrays.equals(documents, query.documents);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(documents);
  }

  private static final class Listed extends DocIdSetIterator {
    private final int[] documents;
    private final int to;
    private final int base;
    private final int from;
    private int at;
    private int document = -1;

    Listed(int[] documents, int from, int to, int base) {
      this.documents = documents;
      this.from = from;
      this.at = from;
      this.to = to;
      this.base = base;
    }

    @Override
    public int docID() {
      return document;
    }

    @Override
    public int nextDoc() {
      document = at == to ? NO_MORE_DOCS : documents[at++] - base;
      return document;
    }

    @Override
    public int advance(int target) throws IOException {
      return slowAdvance(target);
    }

    @Override
    public long cost() {
      return (long) to - from;
    }
  }
}
