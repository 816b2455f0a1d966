package dev.broadsheet.lucene;

import dev.broadsheet.words.DocumentTerms;
import dev.broadsheet.words.TermKind;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.AttributeFactory;
import org.apache.lucene.util.BytesRef;

/**
 * Gives each different term of a document once, with how often it occurs, as the content of a field
 * without positions: Lucene's own table of terms, in which a look-up takes long, is asked less
 * often. Used again for the next document.
 */
final class CountedTokens extends TokenStream {
  private final DocumentTerms terms;
  private final boolean withFrequencies;
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
  private final QualitySimilarity.QualityAttribute quality = QualitySimilarity.addQuality(this);
  private final BytesRef bytes = new BytesRef();
  private final TermCounts counts = new TermCounts();
  private int next;

  /**
   * A field's content.
   *
   * @param withFrequencies whether the field keeps how often a term occurs
   */
  CountedTokens(DocumentTerms terms, boolean withFrequencies) {
    super(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY);
    this.terms = terms;
    this.withFrequencies = withFrequencies;
  }

  /** Begins the field of another document. */
  void clear() {
    counts.clear();
  }

  /** Counts the words of a text, as they are written. */
  void addWords(DocumentTerms.Span text) {
    for (int i = text.from(); i < text.to(); i++) {
      if (terms.kind(i) == TermKind.WORD) {
        counts.add(terms.bytes(), terms.start(i), terms.end(i) - terms.start(i), 1);
      }
    }
  }

  /** Counts the first letter of each word, its first two and so on; letters are code points. */
  void addBeginnings(DocumentTerms.Span text, int maxLetters, int times) {
    for (int i = text.from(); i < text.to(); i++) {
      if (terms.kind(i) != TermKind.STEM) {
        addBeginnings(terms.start(i), terms.end(i), maxLetters, times);
      }
    }
  }

  private void addBeginnings(int start, int end, int maxLetters, int times) {
    byte[] text = terms.bytes();
    int letters = 0;
    for (int at = start; at < end && letters < maxLetters; letters++) {
      at = letterEnd(text, at, end);
      counts.add(text, start, at - start, times);
    }
  }

  /** Where a letter, which is a code point, ends in UTF-8. */
  static int letterEnd(byte[] utf8, int start, int end) {
    int at = start + 1;
    while (at < end && (utf8[at] & 0xC0) == 0x80) {
      at++;
    }
    return at;
  }

  /** Sets what the field's norm is made of: see {@link QualitySimilarity}. */
  void setNorm(float boost, int length) {
    quality.setBoost(boost);
    quality.setLength(length);
  }

  @Override
  public void reset() {
    clearAttributes(); // the end of the last document left its mark
    next = 0;
    bytes.bytes = terms.bytes();
  }

  @Override
  public boolean incrementToken() {
    if (next == counts.size()) {
      return false;
    }
    bytes.offset = counts.start(next);
    bytes.length = counts.length(next);
    term.setBytesRef(bytes);
    if (withFrequencies) {
      frequency.setTermFrequency(counts.count(next));
    }
    next++;
    return true;
  }
}
