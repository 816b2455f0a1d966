package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** The beginnings of the words of some of a run's fields, counted as often as the words count. */
final class RunBeginnings extends ForwardTerms {
  private final List<RunField> fields;
  private final List<TermsEnum> found = new ArrayList<>();
  private final RunWords words;
  private final Counts counts;
  private final BytesRef term = new BytesRef();
  private final BytesRefBuilder signed = new BytesRefBuilder();
  private @Nullable PostingsEnum used;
  private int place = -1;

  RunBeginnings(List<RunField> fields, RunWords words, int documents) throws IOException {
    this.fields = fields;
    for (RunField field : fields) {
      found.add(field.terms().iterator());
    }
    this.words = words;
    this.counts = new Counts(documents);
  }

  @Override
  public @Nullable BytesRef next() {
    place++;
    if (place >= words.beginnings()) {
      return null;
    }
    words.readBeginning(place, term);
    return term;
  }

  @Override
  public BytesRef term() {
    return term;
  }

  @Override
  public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
    counts.clear();
    signed.clear();
    signed.append(RunTokens.SIGN);
    signed.append(term);
    for (int i = 0; i < fields.size(); i++) {
      count(found.get(i), term, fields.get(i).times());
      count(found.get(i), signed.get(), fields.get(i).times());
    }
    return counts;
  }

  private void count(TermsEnum field, BytesRef beginning, int times) throws IOException {
    BytesRef word = field.seekCeil(beginning) == SeekStatus.END ? null : field.term();
    while (word != null && StringHelper.startsWith(word, beginning)) {
      used = field.postings(used, PostingsEnum.FREQS);
      counts.add(used, times);
      word = field.next();
    }
  }

  /** How often each document has a beginning. */
  private static final class Counts extends ForwardPostings {
    private final int[] counts;
    private final FixedBitSet documents;
    private int doc = -1;

    Counts(int documents) {
      this.counts = new int[documents];
      this.documents = new FixedBitSet(documents);
    }

    void clear() {
      for (int it = next(0); it != NO_MORE_DOCS; it = next(it + 1)) {
        counts[it] = 0;
      }
      documents.clear();
      doc = -1;
    }

    void add(PostingsEnum postings, int times) throws IOException {
      for (int it = postings.nextDoc(); it != NO_MORE_DOCS; it = postings.nextDoc()) {
        counts[it] += times * postings.freq();
        documents.set(it);
      }
    }

    private int next(int from) {
      return from < counts.length ? documents.nextSetBit(from) : NO_MORE_DOCS;
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() {
      doc = next(doc + 1);
      return doc;
    }

    @Override
    public long cost() {
      return documents.cardinality();
    }

    @Override
    public int freq() {
      return counts[doc];
    }

    @Override
    public int nextPosition() {
      return -1;
    }
  }
}
