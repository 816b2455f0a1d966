package dev.broadsheet.lucene;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.AttributeFactory;
import org.apache.lucene.util.BytesRef;

/** One term, the same for all documents that have words, with what its field's norm is made of. */
final class OneToken extends TokenStream {
  private static final BytesRef TERM = new BytesRef("item");

  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final QualitySimilarity.QualityAttribute quality = QualitySimilarity.addQuality(this);
  private boolean isGiven;

  OneToken() {
    super(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY);
  }

  /** Sets what the field's norm is made of: see {@link QualitySimilarity}. */
  void setNorm(float boost, int length) {
    quality.setBoost(boost);
    quality.setLength(length);
  }

  @Override
  public void reset() {
    clearAttributes(); // the end of the last document left its mark
    isGiven = quality.length() == 0;
  }

  @Override
  public boolean incrementToken() {
    if (isGiven) {
      return false;
    }
    term.setBytesRef(TERM);
    isGiven = true;
    return true;
  }
}
