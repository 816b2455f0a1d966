package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Counts how many documents cover how much of a query. */
final class CoverageHistogram implements CollectorManager<CoverageHistogram.Counter, Void> {
  /** So many steps are told apart, from nothing to all. */
  private static final int STEPS = 1024;

  private final double whole;
  private final int[] counts = new int[STEPS];

  /**
   * A count.
   *
   * @param whole the score of a document that covers all
   */
  CoverageHistogram(double whole) {
    this.whole = whole;
  }

  @Override
  public Counter newCollector() {
    return new Counter(whole);
  }

  @Override
  public Void reduce(Collection<Counter> counters) {
    for (Counter counter : counters) {
      Arrays.setAll(counts, step -> counts[step] + counter.counts[step]);
    }
    return null;
  }

  /** How many documents cover anything. */
  int items() {
    return Arrays.stream(counts).sum();
  }

  /** How much the documents cover at least of which there are enough, if there are so many. */
  float leastOf(int enough) {
    int step = STEPS;
    int items = 0;
    while (step > 0 && items < enough) {
      step--;
      items += counts[step];
    }
    // A little less, so that no rounding of sums leaves out what was counted.
    return (float) Math.max(Float.MIN_NORMAL, whole * step / STEPS * (1 - 1e-5));
  }

  /** Counts the documents of one thread. */
  static final class Counter extends SimpleCollector {
    private final double whole;
    private final int[] counts = new int[STEPS];
    private @Nullable Scorable scorer;

    Counter(double whole) {
      this.whole = whole;
    }

    @Override
    public void setScorer(Scorable of) {
      scorer = of;
    }

    @Override
    public void collect(int document) throws IOException {
      if (scorer != null) {
        counts[Math.min(STEPS - 1, (int) (scorer.score() / whole * STEPS))]++;
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }
  }
}
