package dev.broadsheet.lucene;

import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.util.BytesRef;

/** Terms as a merge reads them: one after another, the postings of each before the next term. */
abstract class ForwardTerms extends BaseTermsEnum {
  @Override
  public final SeekStatus seekCeil(BytesRef text) {
    throw new UnsupportedOperationException("only from term to term");
  }

  @Override
  public final void seekExact(long ord) {
    throw new UnsupportedOperationException("only from term to term");
  }

  @Override
  public final long ord() {
    throw new UnsupportedOperationException("terms have no numbers");
  }

  @Override
  public final int docFreq() {
    throw new UnsupportedOperationException("told by the postings");
  }

  @Override
  public final long totalTermFreq() {
    throw new UnsupportedOperationException("told by the postings");
  }

  @Override
  public final ImpactsEnum impacts(int flags) {
    throw new UnsupportedOperationException("no impacts before the merge");
  }
}
