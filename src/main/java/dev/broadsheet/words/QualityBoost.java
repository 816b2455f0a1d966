package dev.broadsheet.words;

import java.util.OptionalDouble;

/**
 * How much quality lifts an item: its relevance is multiplied by {@code 1 + weight * (q - pivot) /
 * (q + pivot)}, which grows with every step of the quality q, from {@code 1 - weight} at 0 through
 * 1 at the pivot towards, and never to, {@code 1 + weight}. An item of unknown quality is neutral:
 * 1.
 *
 * <p>The factor is part of the index, so that a search can skip what can't be among the best; a
 * change takes effect with the next reindex, which builds anew.
 *
 * @param weight how strong it is, from 0 (off) to below 1
 * @param pivot the quality of an item that is neither lifted nor lowered, above 0
 */
public record QualityBoost(double weight, double pivot) {
  /** Lifts or lowers by at most three tenths; 60 is a common quality of the corpora we know. */
  public static final QualityBoost DEFAULT = new QualityBoost(0.3, 60);

  /** Checks the ranges. */
  public QualityBoost {
    if (!(weight >= 0 && weight < 1)) {
      throw new IllegalArgumentException("quality weight: " + weight + " is not from 0 to below 1");
    }
    if (!(pivot > 0 && pivot < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("quality pivot: " + pivot + " is not above 0");
    }
  }

  /** The factor for a quality. */
  public float factor(OptionalDouble quality) {
    if (quality.isEmpty()) {
      return 1;
    }
    return factor(quality.getAsDouble());
  }

  /** The factor for a quality that is known. */
  public float factor(double q) {
    return (float) (1 + weight * (q - pivot) / (q + pivot));
  }
}
