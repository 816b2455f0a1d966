package dev.broadsheet.words;

/**
 * How much nearness counts beside words, the same for all pages of a search. Both are laid out from
 * 1, for the best, to 0, for the hundredth, and added up, six parts of words to four of meaning; in
 * the measure of the scores by words, so that those of items that are not near stay what they are.
 * An item's score depends on this and the item alone, so that pages join though the index changes
 * between them.
 *
 * @param best the best score by words
 * @param least the hundredth, as which all that follow count; 0 if words find fewer
 * @param floor the cosine from which on nearness counts
 * @param top the cosine of the nearest, above the floor
 */
public record MeaningScale(float best, float least, float floor, float top) {
  /** Less alike than this are most texts that have nothing to do with each other. */
  public static final float LEAST_COSINE = 0.3f;

  /** So many of the nearest count. */
  public static final int MOST = 100;

  /** Of meaning to words. Measured: {@code docs/ranking.md}. */
  private static final double SHARE = 0.4 / 0.6;

  /** Whether an item that is so near counts. */
  public boolean counts(float cosine) {
    return cosine > floor;
  }

  /** What nearness gives an item that counts. */
  public double lift(float cosine) {
    double share = Math.min(1, ((double) cosine - floor) / ((double) top - floor));
    return SHARE * (best - least) * share;
  }

  /**
   * The score of an item that counts.
   *
   * @param byWords its score by words; 0 if they don't find it
   * @param factor of quality and age, which is in the score by words already
   */
  public double score(double byWords, float cosine, double factor) {
    return Math.max(byWords, least * factor) + lift(cosine) * factor;
  }
}
