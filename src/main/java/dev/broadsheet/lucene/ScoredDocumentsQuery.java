package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
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
 * Matches documents that are known by their numbers in a snapshot, each with a score of its own.
 */
final class ScoredDocumentsQuery extends Query {
  private final int[] documents;
  private final float[] scores;

  /**
   * A query.
   *
   * @param documents in order
   * @param scores of each
   */
  ScoredDocumentsQuery(int[] documents, float[] scores) {
    if (documents.length != scores.length) {
      throw new IllegalArgumentException("scores: one for each document is expected");
    }
    this.documents = documents.clone();
    this.scores = scores.clone();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new Weight(this) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
        var listed = DocumentsQuery.listed(documents, context);
        return listed.cost() == 0
            ? null
            : new DefaultScorerSupplier(new ListedScorer(listed, context.docBase, boost));
      }

      @Override
      public Explanation explain(LeafReaderContext context, int document) {
        int found = Arrays.binarySearch(documents, context.docBase + document);
        return found >= 0
            ? Explanation.match(boost * scores[found], "a score of its own")
            : Explanation.noMatch("not one of the documents");
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  private final class ListedScorer extends Scorer {
    private final DocIdSetIterator listed;
    private final int base;
    private final float boost;

    ListedScorer(DocIdSetIterator listed, int base, float boost) {
      this.listed = listed;
      this.base = base;
      this.boost = boost;
    }

    @Override
    public int docID() {
      return listed.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return listed;
    }

    @Override
    public float score() {
      return boost * scores[Arrays.binarySearch(documents, base + docID())];
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      float max = 0;
      for (float score : scores) {
        max = Math.max(max, boost * score);
      }
      return max;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "documents " + Arrays.toString(documents) + " by " + Arrays.toString(scores);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ScoredDocumentsQuery query
        && Arrays.equals(documents, query.documents)
        && Arrays.equals(scores, query.scores);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(documents) + Arrays.hashCode(scores);
  }
}
