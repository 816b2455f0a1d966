package dev.broadsheet.lucene;

import dev.broadsheet.search.Hit;
import dev.broadsheet.words.MeaningScale;
import dev.broadsheet.words.TextPlan;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.lucene.search.Query;

/**
 * How words are looked for where meaning counts as well.
 *
 * @param plan for the words, with what comes to their scores, and what meaning adds
 * @param scale how much nearness counts
 * @param bonuses what comes to the scores of the nearest, by document
 * @param added those of them that the words alone don't find
 */
record HybridPlan(
    TextPlan<Query> plan, MeaningScale scale, Map<Integer, Float> bonuses, Set<Integer> added) {
  HybridPlan {
    bonuses = Map.copyOf(bonuses);
    added = Set.copyOf(added);
  }

  /** A hit with what meaning has to do with it. */
  Hit told(Hit hit, int document) {
    Float bonus = bonuses.get(document);
    Hit told = added.contains(document) ? hit.foundByMeaning() : hit;
    return bonus == null || hit.score().isEmpty() || hit.explanation().isEmpty()
        ? told
        : told.explained(parts(hit.explanation().get(), bonus));
  }

  /** Quality and recency are factors of both. */
  private static Hit.ScoreParts parts(Hit.ScoreParts parts, float bonus) {
    double meaning = bonus / parts.quality() / parts.recency();
    return new Hit.ScoreParts(
        Math.max(0, parts.text() - meaning),
        parts.quality(),
        parts.recency(),
        OptionalDouble.of(meaning));
  }
}
