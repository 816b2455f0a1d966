package dev.broadsheet.lucene;

import dev.broadsheet.words.Analyzers;
import dev.broadsheet.words.DocumentTerms;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeFactory;
import org.apache.lucene.util.BytesRef;

/**
 * Replays the terms of some of a document's texts, one text after another, as the one content of a
 * field. Used again for the next document.
 */
sealed class SpanTokens extends TokenStream permits RunTokens {
  final DocumentTerms terms;
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  final QualitySimilarity.QualityAttribute quality = QualitySimilarity.addQuality(this);
  private final BytesRef bytes = new BytesRef();
  private final List<DocumentTerms.Span> spans = new ArrayList<>();
  private int span;
  private int next;
  private int gap;

  SpanTokens(DocumentTerms terms) {
    super(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY);
    this.terms = terms;
  }

  /** Begins the field of another document. */
  void clear(float boost) {
    spans.clear();
    quality.setBoost(boost);
  }

  /** Adds texts, all of them so many times. */
  final void add(List<DocumentTerms.Span> texts, int times) {
    for (int i = 0; i < times; i++) {
      spans.addAll(texts);
    }
  }

  @Override
  public void reset() {
    span = 0;
    gap = 0;
    next = spans.isEmpty() ? 0 : spans.getFirst().from();
    bytes.bytes = terms.bytes();
  }

  @Override
  public final boolean incrementToken() {
    while (span < spans.size()) {
      if (next < spans.get(span).to()) {
        emit(term(next), terms.increment(next));
        next++;
        return true;
      }
      span++;
      // Keeps a phrase from running from one text into the next.
      gap += Analyzers.POSITIONS_BETWEEN_TEXTS;
      next = span < spans.size() ? spans.get(span).from() : 0;
    }
    return emitEnd();
  }

  /** A term, as the field has it. Good until the next one is asked for. */
  BytesRef term(int number) {
    bytes.offset = terms.start(number);
    bytes.length = terms.end(number) - bytes.offset;
    return bytes;
  }

  /** Gives one more token after the last; tells whether there is one. */
  boolean emitEnd() {
    return false;
  }

  /** Gives a token, so many positions behind the one before it or the gap after its text. */
  final void emit(BytesRef token, int positions) {
    term.setBytesRef(token);
    increment.setPositionIncrement(positions + gap);
    gap = 0;
  }
}
