package dev.broadsheet.lucene;

import dev.broadsheet.words.DocumentTerms;
import dev.broadsheet.words.TermKind;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/**
 * The words of some texts, one text after another, as a run holds them: each once, at its place. So
 * that they can be told apart later, words beside others ({@link TermKind#BESIDE}) begin with a
 * {@link #SIGN}; the sign alone, as the last term, tells where a next text would begin. Used again
 * for the next document.
 */
final class RunTokens extends SpanTokens {
  /** In no word, and before all of them. */
  static final byte SIGN = 0;

  /** The term that tells where a next text would begin. */
  static final BytesRef END = new BytesRef(new byte[] {SIGN});

  /** Terms before it begin with a sign. */
  static final BytesRef FIRST_WORD = new BytesRef(new byte[] {SIGN + 1});

  private final BytesRefBuilder signed = new BytesRefBuilder();
  private boolean isEnded;

  RunTokens(DocumentTerms terms) {
    super(terms);
  }

  /** Sets the texts, none of which is empty, and what the field's norm is made of. */
  void set(List<DocumentTerms.Span> texts, float boost) {
    clear(boost);
    add(texts, 1);
    quality.setLength(texts.stream().mapToInt(terms::positions).sum());
  }

  /** Reads the word of such a term, empty where it is none; tells whether it is beside others. */
  static boolean readWord(BytesRef term, BytesRef into) {
    boolean isSigned = term.bytes[term.offset] == SIGN;
    int signs = isSigned ? 1 : 0;
    into.bytes = term.bytes;
    into.offset = term.offset + signs;
    into.length = term.length - signs;
    return isSigned;
  }

  @Override
  public void reset() {
    super.reset();
    isEnded = false;
  }

  @Override
  BytesRef term(int number) {
    BytesRef word = super.term(number);
    if (terms.kind(number) != TermKind.BESIDE) {
      return word;
    }
    signed.copyBytes(END);
    signed.append(word);
    return signed.get();
  }

  @Override
  boolean emitEnd() {
    if (isEnded) {
      return false;
    }
    isEnded = true;
    emit(END, 1);
    return true;
  }
}
