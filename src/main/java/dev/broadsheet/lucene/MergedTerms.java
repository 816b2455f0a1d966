package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The terms of some fields, in order, each once, with the fields that have it. */
final class MergedTerms {
  private final List<Source> sources = new ArrayList<>();
  private @Nullable BytesRef term;
  private int fields;

  /** A field, and the first of its terms that was not given yet; null at the end. */
  private static final class Source {
    private final RunField field;
    private final TermsEnum terms;
    private @Nullable BytesRef head;

    Source(RunField field, BytesRef least) throws IOException {
      this.field = field;
      terms = field.terms().iterator();
      head = terms.seekCeil(least) == TermsEnum.SeekStatus.END ? null : terms.term();
    }
  }

  /**
   * Begins at the first term.
   *
   * @param least smaller terms are left out
   */
  MergedTerms(List<RunField> fields, BytesRef least) throws IOException {
    for (RunField field : fields) {
      sources.add(new Source(field, least));
    }
    findLeast();
  }

  private void findLeast() {
    term = null;
    fields = 0;
    for (Source source : sources) {
      BytesRef head = source.head;
      int order = head == null ? 1 : term == null ? -1 : head.compareTo(term);
      if (order < 0) {
        term = head;
        fields = 0;
      }
      if (order <= 0) {
        fields |= source.field.bit();
      }
    }
  }

  /** The term that this is at; null after the last. It changes with the next. */
  @Nullable BytesRef term() {
    return term;
  }

  /** The bits of the fields that have the term. */
  int fields() {
    return fields;
  }

  /**
   * Hands over the fields that have the term, with their terms at it, which are not to be moved.
   */
  void forEach(Consumer consumer) throws IOException {
    for (Source source : sources) {
      if ((fields & source.field.bit()) != 0) {
        consumer.accept(source.field, source.terms);
      }
    }
  }

  interface Consumer {
    void accept(RunField field, TermsEnum terms) throws IOException;
  }

  /** Goes to the next term. */
  void next() throws IOException {
    for (Source source : sources) {
      if ((fields & source.field.bit()) != 0) {
        source.head = source.terms.next();
      }
    }
    findLeast();
  }
}
