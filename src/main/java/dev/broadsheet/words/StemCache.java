package dev.broadsheet.words;

import java.util.Arrays;
import java.util.List;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Stems of words: what Porter's second English stemmer makes of a word, of that, and so on until it
 * changes nothing. {@code environmental} becomes {@code environment}, and that {@code environ}, so
 * that both have one stem. A stem is its own stem, and a word that is not its own stem is no other
 * word's either.
 *
 * <p>The stems of words that were met lately are remembered: some thousand words make up most of
 * any text, and to stem one takes longer than all else that is done to it. Each word has one place,
 * which it shares with others; who comes later takes it. Safe for use by many threads: an entry
 * never changes.
 */
public final class StemCache {
  private static final int PLACES = 1 << 16;

  /** Longer words are rare, and are not kept. */
  private static final int MAX_LENGTH = 24;

  private final Stemmed[] places = new Stemmed[PLACES];

  /** A word and its stem; neither is ever changed. */
  private static final class Stemmed {
    private final char[] word;
    private final char[] stem;

    Stemmed(char[] word, char[] stem) {
      this.word = word;
      this.stem = stem;
    }
  }

  /** The stems of some words, in their order. */
  List<String> stems(List<String> words) {
    return words.stream().map(this::stem).toList();
  }

  /** The stem of a word. */
  String stem(String word) {
    char[] letters = word.toCharArray();
    return new String(stem(letters, letters.length));
  }

  /**
   * The stem of a word, which must not be changed.
   *
   * @param letters that begin with the word
   * @param length of the word
   */
  public char[] stem(char[] letters, int length) {
    int place = hash(letters, length) & (PLACES - 1);
    Stemmed known = places[place];
    if (known != null && isWord(known.word, letters, length)) {
      return known.stem;
    }
    char[] word = Arrays.copyOf(letters, length);
    char[] once = stemmed(word);
    char[] stem = Arrays.equals(once, word) ? word : stem(once, once.length);
    if (length <= MAX_LENGTH) {
      places[place] = new Stemmed(word, stem);
    }
    return stem;
  }

  /** The word itself, or a shorter one, or one with an {@code i} for its last {@code y}. */
  private static char[] stemmed(char[] word) {
    var stemmer = new EnglishStemmer();
    // It works in the array that it is given.
    stemmer.setCurrent(word.clone(), word.length);
    stemmer.stem();
    return Arrays.copyOf(stemmer.getCurrentBuffer(), stemmer.getCurrentBufferLength());
  }

  /** Whether a stem, or a word, is these first letters and no others. */
  static boolean isWord(char[] stem, char[] letters, int length) {
    return Arrays.equals(stem, 0, stem.length, letters, 0, length);
  }

  private static int hash(char[] letters, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + letters[i];
    }
    return hash ^ (hash >>> 15);
  }
}
