package dev.broadsheet.words;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/**
 * Writes a symbol that belongs to a word ({@code C++}, {@code #tag}, {@code @handle}, {@code AT&T},
 * {@code e-mail}) as a letter that no text has, so that the tokenizer, which goes by Unicode's
 * rules, leaves it in the word. One character stands for one, so that offsets stay what they are.
 * {@link CompoundFilter} reads the symbols again.
 */
public final class SymbolCharFilter extends CharFilter {
  /*
   * Letters of ancient Roman inscriptions, which join with letters and digits.
   */
  public static final char PLUS = '\uA7FB';
  public static final char HASH = '\uA7FC';
  public static final char AT = '\uA7FD';
  public static final char AND = '\uA7FE';
  public static final char HYPHEN = '\uA7FF';

  private char @Nullable [] text;
  private int next;

  public SymbolCharFilter(Reader in) {
    super(in);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    char[] all = text;
    if (all == null) {
      all = readAll();
      mark(all);
      text = all;
    }
    if (next == all.length) {
      return -1;
    }
    int count = Math.min(length, all.length - next);
    System.arraycopy(all, next, buffer, offset, count);
    next += count;
    return count;
  }

  /** Most texts are short: the buffer of {@link Reader#transferTo} would be most of the work. */
  private char[] readAll() throws IOException {
    char[] all = new char[512];
    int size = 0;
    for (int count = 0; count >= 0; count = input.read(all, size, all.length - size)) {
      size += count;
      all = ArrayUtil.grow(all, size + 1);
    }
    return Arrays.copyOf(all, size);
  }

  @Override
  protected int correct(int offset) {
    return offset;
  }

  private static void mark(char[] text) {
    for (int i = 0; i < text.length; i++) {
      switch (text[i]) {
        case '+' -> i = markPluses(text, i);
        case '#' -> {
          // A letter and a sharp, as in C#; or the beginning of a tag, but no entity.
          boolean after = isWord(text, i - 1);
          if (after != isWord(text, i + 1) && (after || !isOneOf(text, i - 1, "&#"))) {
            text[i] = HASH;
          }
        }
        case '@' -> {
          if (isWord(text, i + 1) && !isWord(text, i - 1)) {
            text[i] = AT;
          }
        }
        case '&' -> {
          if (isWord(text, i - 1) && isWord(text, i + 1)) {
            text[i] = AND;
          }
        }
        case '-', '\u2010', '\u2011' -> {
          if (isWord(text, i - 1) && isWord(text, i + 1)) {
            text[i] = HYPHEN;
          }
        }
        default -> {
          // Stays as it is.
        }
      }
    }
  }

  /** Marks the pluses behind a word, but not one between two; returns where the last one is. */
  private static int markPluses(char[] text, int first) {
    int end = first;
    while (end < text.length && text[end] == '+') {
      end++;
    }
    boolean between = end - first == 1 && isWord(text, end);
    if (isWord(text, first - 1) && !between && end - first <= 2) {
      for (int i = first; i < end; i++) {
        text[i] = PLUS;
      }
    }
    return end - 1;
  }

  private static boolean isOneOf(char[] text, int at, String characters) {
    return at >= 0 && characters.indexOf(text[at]) >= 0;
  }

  /** Whether a character is of a word that can go on behind a symbol: not so in scripts without. */
  private static boolean isWord(char[] text, int at) {
    if (at < 0 || at >= text.length) {
      return false;
    }
    char it = text[at];
    return Character.isLetterOrDigit(it)
        ? it < '\u2E80' || isHangul(it)
        : Character.getType(it) == Character.NON_SPACING_MARK;
  }

  private static boolean isHangul(char it) {
    return it >= '\uAC00' && it <= '\uD7A3';
  }
}
