package dev.broadsheet.words;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Puts the stem of a word beside it, at the same position, where the two differ, and flags it as
 * {@link TermKind#STEM}. Does what {@code KeywordRepeatFilter}, {@code SnowballFilter} and {@code
 * RemoveDuplicatesTokenFilter} do together, without a copy of each token.
 */
public final class StemBesideFilter extends TokenFilter {
  private final StemCache cache;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);
  private char[] stem = {};
  private boolean stemIsNext;

  public StemBesideFilter(TokenStream words, StemCache cache) {
    super(words);
    this.cache = cache;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (stemIsNext) {
      // The offsets are still those of the word.
      term.copyBuffer(stem, 0, stem.length);
      increment.setPositionIncrement(0);
      flags.setFlags(TermKind.STEM);
      stemIsNext = false;
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    stem = cache.stem(term.buffer(), term.length());
    stemIsNext = !StemCache.isWord(stem, term.buffer(), term.length());
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    stemIsNext = false;
  }
}
