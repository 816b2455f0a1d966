package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Puts the stem of a word beside it, at the same position, where the two differ, and flags it as
 * {@link TermKind#STEM}. Does what {@code KeywordRepeatFilter}, {@code SnowballFilter} and {@code
 * RemoveDuplicatesTokenFilter} do together, without a copy of each token.
 */
final class StemBesideFilter extends TokenFilter {
  private final EnglishStemmer stemmer = new EnglishStemmer();
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);
  private char[] letters = new char[64];
  private boolean stemIsNext;

  StemBesideFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (stemIsNext) {
      // The offsets are still those of the word.
      term.copyBuffer(stemmer.getCurrentBuffer(), 0, stemmer.getCurrentBufferLength());
      increment.setPositionIncrement(0);
      flags.setFlags(TermKind.STEM);
      stemIsNext = false;
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    // The stemmer works in the array that it is given.
    letters = ArrayUtil.grow(letters, term.length());
    System.arraycopy(term.buffer(), 0, letters, 0, term.length());
    stemmer.setCurrent(letters, term.length());
    stemIsNext = stemmer.stem() && !isTheWord();
    return true;
  }

  private boolean isTheWord() {
    return Arrays.equals(
        stemmer.getCurrentBuffer(),
        0,
        stemmer.getCurrentBufferLength(),
        term.buffer(),
        0,
        term.length());
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    stemIsNext = false;
  }
}
