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
final class SpanTokens extends TokenStream {
  private final DocumentTerms terms;
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final QualitySimilarity.QualityAttribute quality = QualitySimilarity.addQuality(this);
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
  void add(List<DocumentTerms.Span> texts, int times) {
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
  public boolean incrementToken() {
    while (span < spans.size()) {
      if (next < spans.get(span).to()) {
        emit();
        return true;
      }
      span++;
      // Keeps a phrase from running from one text into the next.
      gap += Analyzers.POSITIONS_BETWEEN_TEXTS;
      next = span < spans.size() ? spans.get(span).from() : 0;
    }
    return false;
  }

  private void emit() {
    bytes.offset = terms.start(next);
    bytes.length = terms.end(next) - bytes.offset;
    term.setBytesRef(bytes);
    increment.setPositionIncrement(terms.increment(next) + gap);
    gap = 0;
    next++;
  }
}
