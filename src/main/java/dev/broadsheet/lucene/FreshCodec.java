package dev.broadsheet.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.perfield.PerFieldPostingsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Writes what Lucene's own codec reads, and is named as that is; but merges the terms of several
 * groups of fields at the same time, each group to files of its own.
 */
final class FreshCodec extends FilterCodec {
  private final PostingsFormat postings;

  private FreshCodec(Codec usual, GroupedPostings postings) {
    super(usual.getName(), usual);
    this.postings = postings;
  }

  /** Lucene's own codec, or one that merges faster where that can be told to. */
  static Codec of(Codec usual, GroupedTerms.Progress progress) {
    return usual.postingsFormat() instanceof PerFieldPostingsFormat byField
        ? new FreshCodec(usual, new GroupedPostings(byField, progress))
        : usual;
  }

  @Override
  public PostingsFormat postingsFormat() {
    return postings;
  }

  private static final class GroupedPostings extends PostingsFormat {
    private final PerFieldPostingsFormat usual;
    private final GroupedTerms.Progress progress;

    GroupedPostings(PerFieldPostingsFormat usual, GroupedTerms.Progress progress) {
      super(usual.getName());
      this.usual = usual;
      this.progress = progress;
    }

    @Override
    public FieldsConsumer fieldsConsumer(SegmentWriteState state) {
      return new GroupedTerms(usual, state, progress);
    }

    @Override
    public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
      return usual.fieldsProducer(state);
    }
  }
}
