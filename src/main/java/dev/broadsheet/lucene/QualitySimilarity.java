package dev.broadsheet.lucene;

import dev.broadsheet.words.Relevance;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.Attribute;
import org.apache.lucene.util.AttributeImpl;
import org.apache.lucene.util.AttributeReflector;

/**
 * Scores a term by {@code idf * tf(frequency) * documentFactor}, where the document's factor is its
 * quality boost times a length normalisation. As the factor stands outside the saturation of the
 * frequency, and in front of every term's score, it multiplies the whole relevance exactly; and as
 * it is kept in the norm, right to 0.006 %, Lucene's impacts (the best frequency and norm of each
 * block of postings; Ding and Suel, "Faster top-k document retrieval using block-max indexes",
 * SIGIR 2011) take it into account, so that a search goes on skipping blocks that can't hold a
 * better hit.
 *
 * <p>The idf is that of BM25 (Robertson and Zaragoza, 2009), and so is the form of the saturation.
 */
final class QualitySimilarity extends Similarity {
  /**
   * The bits of a float that no factor is above; what is subtracted from it turns the order round.
   */
  private static final int LIMIT_BITS = Float.floatToIntBits(2);

  /** Of the 23 bits of a float's fraction 13 are kept, so that a factor is right to 0.006 %. */
  private static final int DROPPED_BITS = 10;

  private static final int HALF_STEP = 1 << (DROPPED_BITS - 1);

  /** What two bytes hold; a factor below 2 to the power of -7 is taken for that. */
  private static final int TWO_BYTES = 0xFFFF;

  /** What the norm is made of that a token stream does not tell. */
  interface QualityAttribute extends Attribute {
    /** Sets the document's quality boost, 1 where it has none. */
    void setBoost(float boost);

    float boost();

    /** Sets how many words there are, where the tokens do not stand for words. */
    void setLength(int length);

    /** How many words there are; 0 where the positions of the tokens tell. */
    int length();
  }

  /**
   * Hands a token stream what its field's norm is made of: the only way to {@link #computeNorm}.
   */
  static QualityAttribute addQuality(TokenStream tokens) {
    tokens.addAttributeImpl(new QualityAttributeImpl());
    return tokens.getAttribute(QualityAttribute.class);
  }

  /** Holds from one token to the next: clearing the tokens' attributes leaves it. */
  static final class QualityAttributeImpl extends AttributeImpl implements QualityAttribute {
    private float boost = 1;
    private int length;

    @Override
    public void setBoost(float boost) {
      this.boost = boost;
    }

    @Override
    public float boost() {
      return boost;
    }

    @Override
    public void setLength(int length) {
      this.length = length;
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public void clear() {}

    @Override
    public void copyTo(AttributeImpl target) {
      ((QualityAttribute) target).setBoost(boost);
      ((QualityAttribute) target).setLength(length);
    }

    @Override
    public void reflectWith(AttributeReflector reflector) {
      reflector.reflect(QualityAttribute.class, "boost", boost);
      reflector.reflect(QualityAttribute.class, "length", length);
    }
  }

  @Override
  public long computeNorm(FieldInvertState state) {
    QualityAttribute quality = state.getAttributeSource().getAttribute(QualityAttribute.class);
    float boost = quality == null ? 1 : quality.boost();
    if (state.getName().equals(Schema.ITEM)) {
      return norm(boost);
    }
    int told = quality == null ? 0 : quality.length();
    int length = told > 0 ? told : Math.max(1, state.getLength() - state.getNumOverlap());
    return norm(Relevance.factor(boost, length));
  }

  /**
   * A norm is better the smaller it is, and never 0, so the bits, which grow with it, are reversed.
   * Lucene compares norms without a sign, and keeps those of two bytes in two bytes; a table of
   * half the size is read in less time.
   */
  static long norm(float factor) {
    int steps = (LIMIT_BITS - Float.floatToIntBits(factor) + HALF_STEP) >> DROPPED_BITS;
    return (short) Math.min(1 + steps, TWO_BYTES);
  }

  /** No norm is better. */
  static final long BEST_NORM = 1;

  /** No norm is worse: that of the factor 0. */
  static final long WORST_NORM = norm(0);

  /** The factor of a document. */
  static float factor(long norm) {
    int steps = ((int) norm & TWO_BYTES) - 1;
    return Float.intBitsToFloat(LIMIT_BITS - (steps << DROPPED_BITS));
  }

  @Override
  public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
    if (collection.field().equals(Schema.ITEM)) {
      return ofItems(boost);
    }
    double idf = 0;
    for (TermStatistics term : terms) {
      idf += Relevance.idf(collection.docCount(), term.docFreq());
    }
    return new TermScorer(boost, (float) idf);
  }

  /** Scores items by their quality alone, in the norms of {@link Schema#ITEM}. */
  static SimScorer ofItems(float boost) {
    return new TermScorer(boost, 1);
  }

  private static final class TermScorer extends SimScorer {
    private final float boost;
    private final float idf;
    private final float weight;

    TermScorer(float boost, float idf) {
      this.boost = boost;
      this.idf = idf;
      this.weight = boost * idf * (1 + Relevance.SATURATION);
    }

    @Override
    public float score(float frequency, long norm) {
      // Each step is monotone, so that rounding can't turn the order round.
      return weight * (1 / (1 + Relevance.SATURATION / frequency)) * factor(norm);
    }

    @Override
    public Explanation explain(Explanation frequency, long norm) {
      return Explanation.match(
          score(frequency.getValue().floatValue(), norm),
          "boost * idf * tf * factor of:",
          Explanation.match(boost, "boost"),
          Explanation.match(idf, "idf"),
          frequency,
          Explanation.match(factor(norm), "quality boost and length of the document"));
    }
  }
}
