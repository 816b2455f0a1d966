package dev.broadsheet.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * A text and its words, each with the place where it is written.
 *
 * @param text as written
 * @param tokens its words in order
 */
public record WrittenText(String text, List<Token> tokens) {
  /** What stands between two words of one phrase: space, or one sign that joins them. */
  private static final Pattern JOINT = Pattern.compile("\\p{IsWhite_Space}+|[-‐‑'’&/.+]");

  /** The point of an abbreviation ends no phrase. */
  private static final Pattern POINT = Pattern.compile("\\.\\p{IsWhite_Space}+");

  private static final Pattern ABBREVIATION = Pattern.compile("(?U).{1,2}|.*\\..*|mrs|gov|gen|sen");

  private static final Pattern SPACE = Pattern.compile("\\p{IsWhite_Space}+");

  private static final Pattern POSSESSIVE = Pattern.compile("(?is).+['’]s");

  public WrittenText {
    tokens = List.copyOf(tokens);
  }

  /**
   * A word.
   *
   * @param word in the form of the index
   * @param start where it begins in the text
   * @param end where it ends
   */
  public record Token(String word, int start, int end) {}

  public static WrittenText of(String text) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream words = Analyzers.WORDS.tokenStream(SearchFields.WORD, text)) {
      CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = words.addAttribute(OffsetAttribute.class);
      var increment = words.addAttribute(PositionIncrementAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        if (increment.getPositionIncrement() > 0) {
          tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
        }
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can't be read", e);
    }
    return new WrittenText(text, tokens);
  }

  /** The words, without their places. */
  public List<String> words() {
    return tokens.stream().map(Token::word).toList();
  }

  /** The first words, or all, if there are no more. */
  public List<String> beginning(int words) {
    return words().subList(0, Math.min(words, size()));
  }

  public int size() {
    return tokens.size();
  }

  public String word(int token) {
    return tokens.get(token).word();
  }

  /** Whether a word and the next one belong to one phrase. */
  public boolean goesOn(int token) {
    String between = text.substring(tokens.get(token).end(), tokens.get(token + 1).start());
    return between.equals(" ")
        || JOINT.matcher(between).matches()
        || (POINT.matcher(between).matches() && ABBREVIATION.matcher(word(token)).matches());
  }

  /** What is written from one word to another, both included. */
  public String written(int first, int last) {
    return text.substring(tokens.get(first).start(), tokens.get(last).end());
  }

  /** Something written, to stand alone: in one line, and without a possessive at its end. */
  public static String alone(String written) {
    String phrase =
        POSSESSIVE.matcher(written).matches()
            ? written.substring(0, written.length() - 2)
            : written;
    return SPACE.matcher(phrase).replaceAll(" ");
  }
}
