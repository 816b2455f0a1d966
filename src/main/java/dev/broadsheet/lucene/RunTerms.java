package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.jspecify.annotations.Nullable;

/** The terms that the words of some of a run's fields stand for. */
final class RunTerms extends ForwardTerms {
  private final List<RunField> fields;
  private final List<TermsEnum> found = new ArrayList<>();
  private final MergedTerms written;
  private final @Nullable RunWords words;
  private final UnionPostings union;
  private final List<@Nullable PostingsEnum> used = new ArrayList<>();
  private final BytesRefBuilder term = new BytesRefBuilder();
  private final BytesRef pairTerm = new BytesRef();
  private final BytesRef pairWord = new BytesRef();
  private final int bits;
  private boolean isWritten;

  /** The pairs of the term: from one place to, and not with, another. */
  private int from;

  private int to;

  /**
   * Begins before the first term.
   *
   * @param fields those that the words are in
   * @param words what they stand for besides themselves; null to leave that out
   * @param places where their positions are; null if where they are in the run
   */
  RunTerms(List<RunField> fields, @Nullable RunWords words, @Nullable TextPlaces places)
      throws IOException {
    this.fields = fields;
    for (RunField field : fields) {
      found.add(field.terms().iterator());
    }
    this.bits = fields.stream().mapToInt(RunField::bit).sum();
    this.written = new MergedTerms(fields, RunTokens.FIRST_WORD);
    this.words = words;
    this.union = new UnionPostings(places);
  }

  @Override
  public @Nullable BytesRef next() throws IOException {
    boolean isInFields;
    do {
      if (isWritten) {
        written.next();
      }
      from = to;
      BytesRef least = least();
      if (least == null) {
        return null;
      }
      term.copyBytes(least);
      isWritten = term.get().equals(written.term());
      isInFields = findPairs() || isWritten;
    } while (!isInFields);
    return term.get();
  }

  /** The next that is written so, or that another word stands for. */
  private @Nullable BytesRef least() {
    BytesRef word = written.term();
    if (words == null || from == words.pairs()) {
      return word;
    }
    words.readTerm(from, pairTerm);
    return word == null || pairTerm.compareTo(word) < 0 ? pairTerm : word;
  }

  /** Finds the words that stand for the term; tells whether any is in these fields. */
  private boolean findPairs() {
    boolean isInFields = false;
    while (words != null && to < words.pairs()) {
      words.readTerm(to, pairTerm);
      if (!pairTerm.bytesEquals(term.get())) {
        break;
      }
      isInFields |= (words.fields(to) & bits) != 0;
      to++;
    }
    return isInFields;
  }

  @Override
  public BytesRef term() {
    return term.get();
  }

  @Override
  public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
    union.clear(flags);
    if (isWritten) {
      written.forEach((field, terms) -> add(field, terms, flags));
    }
    if (words != null) {
      for (int pair = from; pair < to; pair++) {
        add(words, pair, flags);
      }
    }
    return union.get();
  }

  private void add(RunWords all, int pair, int flags) throws IOException {
    all.readWord(pair, pairWord);
    for (int i = 0; i < fields.size(); i++) {
      if ((all.fields(pair) & fields.get(i).bit()) != 0 && found.get(i).seekExact(pairWord)) {
        add(fields.get(i), found.get(i), flags);
      }
    }
  }

  private void add(RunField field, TermsEnum terms, int flags) throws IOException {
    int number = union.size();
    if (number == used.size()) {
      used.add(null);
    }
    PostingsEnum postings = terms.postings(used.get(number), flags);
    used.set(number, postings);
    union.add(postings, field);
  }
}
