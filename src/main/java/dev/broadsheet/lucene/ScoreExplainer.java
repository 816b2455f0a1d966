package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.search.Hit;

/**
 * Takes a score apart. Its factors are multiplied with each other, so each can be told when the
 * others are known.
 *
 * @param quality how quality was counted when the index was built
 */
record ScoreExplainer(QualityBoost quality) {
  /** Relevance doesn't depend on an item's age. */
  private static final double NO_RECENCY = 1;

  /** The factors of an item's score. */
  Hit.ScoreParts parts(Article article, double score) {
    double byQuality = quality.factor(article.scores().quality());
    return new Hit.ScoreParts(score / byQuality / NO_RECENCY, byQuality, NO_RECENCY);
  }
}
