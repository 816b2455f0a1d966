package dev.broadsheet.lucene;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Finds how much of a query's words the documents cover that cover most of it. What covers less is
 * skipped, as in any search for the best.
 *
 * @param whole the score of a document that covers all
 */
record CoverageRanking(double whole) {
  /** So many steps are told apart, from nothing to all. */
  private static final int STEPS = 1024;

  /**
   * How much the documents cover at least of which there are enough, if there are so many.
   *
   * @param covered scores what is covered
   */
  float leastOf(int enough, Query covered, IndexSearcher searcher) throws IOException {
    ScoreDoc[] best =
        searcher.search(covered, new TopScoreDocCollectorManager(enough, 1)).scoreDocs;
    int step = best.length < enough ? 0 : step(best[enough - 1].score);
    // A little less, so that no rounding of sums leaves out what was found.
    return (float) Math.max(Float.MIN_NORMAL, whole * step / STEPS * (1 - 1e-5));
  }

  private int step(float score) {
    return Math.min(STEPS - 1, (int) (score / whole * STEPS));
  }
}
