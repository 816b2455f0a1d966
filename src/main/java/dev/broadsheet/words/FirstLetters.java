package dev.broadsheet.words;

import java.util.BitSet;

/**
 * With which two letters begins what is looked for. Most words of a text are told by them to be
 * none of it, before they are stemmed. A stem of two letters or more begins as its word does, but
 * for an {@code i} that may stand for a {@code y}.
 */
final class FirstLetters {
  /** What a word of one letter has for its second. */
  static final char NONE = 0;

  /** Two pairs that share a place do no harm: what they let through is looked at. */
  private static final int PLACES = 1 << 12;

  private final BitSet firsts = new BitSet();
  private final BitSet pairs = new BitSet(PLACES);

  /** Takes in what begins with some letters: a term, or the beginning of one. */
  void add(String letters) {
    if (!letters.isEmpty()) {
      firsts.set(letters.charAt(0));
      pairs.set(place(letters.charAt(0), letters.length() > 1 ? letters.charAt(1) : NONE));
    }
  }

  /** Whether anything begins with a letter. */
  boolean mayBegin(char first) {
    return firsts.get(first);
  }

  /** Whether a word that begins with two letters may be, or have for its stem, any of it. */
  boolean mayBegin(char first, char second) {
    return pairs.get(place(first, second)) || pairs.get(place(first, NONE));
  }

  private static int place(char first, char second) {
    return (first * 31 + (second == 'y' ? 'i' : second)) & (PLACES - 1);
  }
}
