package dev.broadsheet.words;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Writes a letter and the accent that follows it as the one character that they make (Unicode's
 * form NFC), as only such are folded to plain letters, and as two ways to write a word are one word
 * to a reader.
 */
public final class ComposingFilter extends TokenFilter {
  private static final char FIRST_COMBINING_MARK = '\u0300';

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  public ComposingFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (mayHoldMarks() && !Normalizer.isNormalized(term, Normalizer.Form.NFC)) {
      String composed = Normalizer.normalize(term, Normalizer.Form.NFC);
      term.setEmpty().append(composed);
    }
    return true;
  }

  private boolean mayHoldMarks() {
    for (int i = 0; i < term.length(); i++) {
      if (term.charAt(i) >= FIRST_COMBINING_MARK) {
        return true;
      }
    }
    return false;
  }
}
