package dev.broadsheet.words;

import dev.broadsheet.article.Article;
import dev.broadsheet.search.Hit;
import java.time.Instant;

/**
 * Takes a score apart. Its factors are multiplied with each other, so each can be told when the
 * others are known.
 *
 * @param quality how quality was counted when the index was built
 * @param recency how age is counted
 * @param scoredAt what ages are counted from
 */
record ScoreExplainer(QualityBoost quality, Ranking.Recency recency, Instant scoredAt) {
  /** The factors of an item's score. */
  Hit.ScoreParts parts(Article article, double score) {
    double byQuality = quality.factor(article.scores().quality());
    double byAge = recency.factor(scoredAt, article.publishedAt());
    return new Hit.ScoreParts(score / byQuality / byAge, byQuality, byAge);
  }
}
