package dev.broadsheet.lucene;

import dev.broadsheet.words.Analyzers;
import dev.broadsheet.words.DocumentTerms;
import dev.broadsheet.words.TermKind;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeFactory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/**
 * The words of some texts, one text after another, as a run holds them: each once, at its place. So
 * that they can be told apart later, words beside others ({@link TermKind#BESIDE}) begin with a
 * {@link #SIGN}; the sign alone, as the last term, tells where a next text would begin. Used again
 * for the next document.
 */
final class RunTokens extends TokenStream {
  /** In no word, and before all of them. */
  static final byte SIGN = 0;

  private final DocumentTerms terms;
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final QualitySimilarity.QualityAttribute quality = QualitySimilarity.addQuality(this);
  private final BytesRefBuilder bytes = new BytesRefBuilder();
  private List<DocumentTerms.Span> texts = List.of();
  private int text;
  private int next;
  private int gap;

  RunTokens(DocumentTerms terms) {
    super(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY);
    this.terms = terms;
  }

  /** Sets the texts, none of which is empty, and what the field's norm is made of. */
  void set(List<DocumentTerms.Span> newTexts, float boost) {
    texts = newTexts;
    quality.setBoost(boost);
    quality.setLength(newTexts.stream().mapToInt(terms::positions).sum());
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
    text = 0;
    gap = 0;
    next = texts.getFirst().from();
  }

  @Override
  public boolean incrementToken() {
    if (text == texts.size()) {
      return false;
    }
    if (next < texts.get(text).to()) {
      emitWord();
      return true;
    }
    text++;
    gap = Analyzers.POSITIONS_BETWEEN_TEXTS;
    if (text < texts.size()) {
      next = texts.get(text).from();
      emitWord();
    } else {
      emitEnd();
    }
    return true;
  }

  private void emitWord() {
    bytes.clear();
    if (terms.kind(next) == TermKind.BESIDE) {
      bytes.append(SIGN);
    }
    int start = terms.start(next);
    bytes.append(terms.bytes(), start, terms.end(next) - start);
    emit(terms.increment(next));
    next++;
  }

  private void emitEnd() {
    bytes.clear();
    bytes.append(SIGN);
    emit(1);
  }

  private void emit(int positions) {
    term.setBytesRef(bytes.get());
    increment.setPositionIncrement(positions + gap);
    gap = 0;
  }
}
