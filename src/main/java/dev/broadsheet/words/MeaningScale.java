package dev.broadsheet.words;

/**
 * How much nearness counts beside words, the same for all pages of a search. To the score by words
 * comes at most {@value #SHARE} of the best such score, for the nearest item; nothing for one that
 * is no nearer than the floor; and between the two as much as it is nearer. An item's score depends
 * on this and the item alone, so that pages join though the index changes between them.
 *
 * @param best the best score by words
 * @param floor the cosine from which on nearness counts
 * @param top the cosine of the nearest, above the floor
 */
public record MeaningScale(float best, float floor, float top) {
  /** Measured: {@code docs/ranking.md}. */
  public static final float SHARE = 0.5f;

  /** Less alike than this are most texts that have nothing to do with each other. */
  public static final float LEAST_COSINE = 0.3f;

  /** So many of the nearest count. */
  public static final int MOST = 100;

  /** Whether an item that is so near counts. */
  public boolean counts(float cosine) {
    return cosine > floor;
  }

  /** What comes to the score of an item that counts; above 0. */
  public double bonus(float cosine) {
    double share = Math.min(1, ((double) cosine - floor) / ((double) top - floor));
    return SHARE * best * share;
  }
}
