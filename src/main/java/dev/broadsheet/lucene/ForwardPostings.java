package dev.broadsheet.lucene;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Postings as a merge reads them: one document after another, with no more than positions. */
abstract class ForwardPostings extends PostingsEnum {
  @Override
  public final int advance(int target) throws IOException {
    return slowAdvance(target);
  }

  @Override
  public final int startOffset() {
    return -1;
  }

  @Override
  public final int endOffset() {
    return -1;
  }

  @Override
  public final @Nullable BytesRef getPayload() {
    return null;
  }
}
