package dev.broadsheet.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;

/**
 * Makes of each word its first letter, its first two and so on, all at its position. Letters are
 * code points.
 */
final class BeginningFilter extends TokenFilter {
  private final int maxLetters;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private char[] word = new char[64];
  private int length;
  private int end;
  private int letters;

  BeginningFilter(TokenStream words, int maxLetters) {
    super(words);
    this.maxLetters = maxLetters;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (end < length && letters < maxLetters) {
      // The offsets are still those of the word.
      increment.setPositionIncrement(0);
    } else if (!nextWord()) {
      return false;
    }
    end += Character.charCount(Character.codePointAt(word, end, length));
    letters++;
    term.copyBuffer(word, 0, end);
    return true;
  }

  private boolean nextWord() throws IOException {
    do {
      if (!input.incrementToken()) {
        return false;
      }
    } while (term.isEmpty());
    length = term.length();
    word = ArrayUtil.grow(word, length);
    System.arraycopy(term.buffer(), 0, word, 0, length);
    end = 0;
    letters = 0;
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    length = 0;
    end = 0;
  }
}
