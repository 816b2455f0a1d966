package dev.broadsheet.lucene;

import java.io.IOException;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Collects batch by batch, and of a batch only what can be among the best: that is all that its
 * scores are asked for. Lucene has the same for its own scorers alone.
 */
final class BatchScorer extends BulkScorer {
  private final Scorer scorer;
  private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
  private final Current current;

  BatchScorer(Scorer scorer) {
    this.scorer = scorer;
    this.current = new Current(scorer);
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

  /** The score of the document that is collected. */
  private static final class Current extends Scorable {
    private final Scorer of;
    private float score;
    private float least;

    Current(Scorer of) {
      this.of = of;
    }

    @Override
    public float score() {
      return score;
    }

    @Override
    public void setMinCompetitiveScore(float minScore) throws IOException {
      least = minScore;
      of.setMinCompetitiveScore(minScore);
    }
  }
}
