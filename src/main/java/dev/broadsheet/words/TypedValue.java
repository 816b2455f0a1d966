package dev.broadsheet.words;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * The beginning of a whole value, as it is typed into a list of values: its last word may be
 * unfinished, and its words may stand anywhere in the value or in its label, in any order. Case and
 * accents don't matter. Words are what stands between spaces, so that {@code c++} is looked for as
 * it is; in a value they also begin behind any character that is neither letter nor digit.
 */
public final class TypedValue {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final List<String> words;

  public TypedValue(String text) {
    String folded = folded(text).strip();
    this.words = folded.isEmpty() ? List.of() : List.of(SPACE.split(folded));
  }

  /** Whether a value may be the one that is being typed. */
  public boolean begins(FacetTerm value) {
    if (words.isEmpty()) {
      return true;
    }
    String text = folded(value.value() + " " + value.label());
    for (int i = 0; i < words.size(); i++) {
      if (!holds(text, words.get(i), i < words.size() - 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(String text, String word, boolean whole) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if (isBoundary(text, at) && (!whole || isBoundary(text, end))) {
        return true;
      }
    }
    return false;
  }

  /** Whether no word runs on over a place in a text. */
  private static boolean isBoundary(String text, int at) {
    return at == 0
        || at == text.length()
        || !Character.isLetterOrDigit(text.codePointBefore(at))
        || !Character.isLetterOrDigit(text.codePointAt(at));
  }

  private static String folded(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    char[] letters = plain.toCharArray();
    char[] ascii = new char[4 * letters.length];
    int length = ASCIIFoldingFilter.foldToASCII(letters, 0, ascii, 0, letters.length);
    return new String(ascii, 0, length).toLowerCase(Locale.ROOT);
  }
}
