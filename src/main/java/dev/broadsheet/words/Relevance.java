package dev.broadsheet.words;

/**
 * What a term's score is made of: {@code idf * tf(frequency) * documentFactor}, where the
 * document's factor is its quality boost times a length normalisation.
 *
 * <p>The idf is that of BM25 (Robertson and Zaragoza, 2009), and so is the form of the saturation.
 */
public final class Relevance {
  /**
   * How soon a further occurrence adds little: BM25's k1. With the length taken out of the
   * saturation a larger one than BM25's usual 1.2 ranks best; from 2.5 to 4 it makes little
   * difference.
   */
  public static final float SATURATION = 3;

  /**
   * How much a long text is worth less: its length to the power of minus this. A power needs no
   * average length, so a document's factor does not depend on the others.
   */
  public static final double LENGTH_EXPONENT = 0.25;

  private Relevance() {}

  /** How much a term says that so many of the documents have. */
  public static double idf(long documents, long withTerm) {
    return Math.log(1 + (documents - withTerm + 0.5) / (withTerm + 0.5));
  }

  /** What a document's scores in a field of so many words are multiplied by. */
  public static float factor(float qualityBoost, int length) {
    return (float) (qualityBoost * StrictMath.pow(length, -LENGTH_EXPONENT));
  }
}
