package dev.broadsheet.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Parts a text into its sentences. Unlike the JDK's sentence iterator, takes no dot of a title or
 * of an initial for an end, and is quick.
 */
public final class Sentences {
  private static final String ENDS = ".!?…؟۔।";

  /** What ends a sentence without a space behind it. */
  private static final String WIDE_ENDS = "。！？";

  private static final String CLOSERS = "\"')]}»”’」』）";

  /** What a capital letter follows in the midst of a sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt",
          "cmdr", "hon", "rev", "st", "mt", "ft", "vs", "jan", "feb", "aug", "sept", "oct", "nov",
          "dec", "fig", "nr");

  private final String text;

  private Sentences(String text) {
    this.text = text;
  }

  /** A sentence, without the space around it. */
  public record Sentence(int start, int end) {}

  /** The sentences of a text, in order; none where there is only space. */
  public static List<Sentence> of(String text) {
    return new Sentences(text).split();
  }

  private List<Sentence> split() {
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean wide = WIDE_ENDS.indexOf(text.charAt(i)) >= 0;
      if (!wide && ENDS.indexOf(text.charAt(i)) < 0) {
        continue;
      }
      int end = afterClosers(i + 1);
      if (wide || isEnd(i, end)) {
        add(sentences, start, end);
        start = end;
      }
      i = end - 1;
    }
    add(sentences, start, text.length());
    return sentences;
  }

  private int afterClosers(int from) {
    int end = from;
    while (end < text.length() && isEndOrCloser(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isEndOrCloser(char c) {
    return ENDS.indexOf(c) >= 0 || WIDE_ENDS.indexOf(c) >= 0 || CLOSERS.indexOf(c) >= 0;
  }

  /** Whether a sentence ends with the mark at a place, and what closes it. */
  private boolean isEnd(int mark, int end) {
    int next = end;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next == text.length()) {
      return true;
    }
    return next > end
        && !Character.isLowerCase(text.codePointAt(next))
        && !(text.charAt(mark) == '.' && isAbbreviated(mark, text.charAt(next)));
  }

  private boolean isAbbreviated(int dot, char next) {
    int start = dot;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, dot).toLowerCase(Locale.ROOT);
    return word.length() == 1
        || ABBREVIATIONS.contains(word)
        || (word.equals("no") && Character.isDigit(next));
  }

  private void add(List<Sentence> sentences, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      sentences.add(new Sentence(start, end));
    }
  }
}
