package dev.broadsheet.article;

import java.util.OptionalDouble;

/**
 * What the makers of the corpus think of an article.
 *
 * @param quality about 0 to 200, higher is better; empty where it is missing or unknown
 * @param heat how much it is talked about, 0 and up; empty where it is missing or unknown
 */
public record Scores(OptionalDouble quality, OptionalDouble heat) {
  /** Nothing known. */
  public static final Scores NONE = new Scores(OptionalDouble.empty(), OptionalDouble.empty());

  /** Reads a negative number as unknown, and refuses one that is not finite. */
  public Scores {
    quality = known("quality", quality);
    heat = known("heat", heat);
  }

  private static OptionalDouble known(String name, OptionalDouble score) {
    if (score.isPresent() && !Double.isFinite(score.getAsDouble())) {
      throw new IllegalArgumentException(name + ": not a finite number");
    }
    return score.isPresent() && score.getAsDouble() < 0 ? OptionalDouble.empty() : score;
  }
}
