package dev.broadsheet.words;

import java.io.IOException;

/**
 * Finds how much of a query's words the documents cover that cover most of it. What covers less is
 * skipped, as in any search for the best.
 *
 * @param whole the score of a document that covers all
 */
public record CoverageRanking(double whole) {
  /** So many steps are told apart, from nothing to all. */
  private static final int STEPS = 1024;

  /**
   * How much the items cover at least of which there are enough, if there are so many.
   *
   * @param covered scores what is covered
   */
  public <Q> float leastOf(int enough, Q covered, IndexView<Q> index) throws IOException {
    float score = index.scoreAt(enough, covered);
    int step = score == 0 ? 0 : step(score);
    // A little less, so that no rounding of sums leaves out what was found.
    return (float) Math.max(Float.MIN_NORMAL, whole * step / STEPS * (1 - 1e-5));
  }

  private int step(float score) {
    return Math.min(STEPS - 1, (int) (score / whole * STEPS));
  }
}
