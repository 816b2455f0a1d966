package dev.broadsheet.lucene;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.AttributeFactory;
import org.apache.lucene.util.BytesRef;

/** The one term of {@link Schema#ITEM}, with the quality boost of its document. */
final class ItemToken extends TokenStream {
  private static final BytesRef TERM = new BytesRef("item");

  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final QualitySimilarity.QualityAttribute quality = QualitySimilarity.addQuality(this);
  private boolean isGiven;

  ItemToken() {
    super(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY);
  }

  void setBoost(float boost) {
    quality.setBoost(boost);
  }

  @Override
  public void reset() {
    clearAttributes(); // the end of the last document left its mark
    isGiven = false;
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
