package dev.broadsheet.words;

/**
 * The pieces of a text that stand between spaces, one after another. Most are plain: letters or
 * digits of ASCII, perhaps with punctuation around them. Of such a one all of {@link Analyzers}
 * make one term, the same in lower case, so that an analyzer need not be asked. Any other can be
 * analyzed by itself: neither the rules for borders of words (UAX #29) nor the filters look across
 * a space.
 */
final class TextPieces {
  /** A longer word is no plain one. */
  private static final int MAX_WORD = 64;

  /** Quotes, dashes and dots of printed text, which are in no word at its edges. */
  private static final String PRINTED = "\u2013\u2014\u2018\u2019\u201C\u201D\u2026";

  private static final String WRITTEN = ".,;:!?()[]\"'";

  private enum Kind {
    SPACE,
    LETTER,
    DIGIT,
    /** In no term where it stands before or after a word. */
    AROUND,
    OTHER
  }

  private static final Kind[] ASCII = ascii();

  private final String text;
  private final char[] word = new char[MAX_WORD];
  private int start;
  private int end;
  private int wordStart;
  private int wordEnd;
  private boolean plain;

  /** Before the first piece of a text. */
  TextPieces(String text) {
    this.text = text;
  }

  private static Kind[] ascii() {
    Kind[] kinds = new Kind[0x80];
    for (char it = 0; it < kinds.length; it++) {
      kinds[it] = kindOfAscii(it);
    }
    return kinds;
  }

  private static Kind kindOfAscii(char it) {
    if (Character.isWhitespace(it)) {
      return Kind.SPACE;
    }
    if (Character.isLetter(it)) {
      return Kind.LETTER;
    }
    if (Character.isDigit(it)) {
      return Kind.DIGIT;
    }
    return WRITTEN.indexOf(it) >= 0 ? Kind.AROUND : Kind.OTHER;
  }

  /** Goes to the next piece in which there may be a term; tells whether there is one. */
  boolean next() {
    do {
      start = skip(end, Kind.SPACE);
      wordStart = skip(start, Kind.AROUND);
      int digitsEnd = skip(wordStart, Kind.DIGIT);
      wordEnd = digitsEnd > wordStart ? digitsEnd : skip(wordStart, Kind.LETTER);
      int after = skip(wordEnd, Kind.AROUND);
      end = nextSpace(after);
      plain = end == after && length() <= MAX_WORD;
    } while (plain && length() == 0 && end < text.length());
    return !plain || length() > 0;
  }

  private int skip(int from, Kind kind) {
    int at = from;
    while (at < text.length() && kind(at) == kind) {
      at++;
    }
    return at;
  }

  private int nextSpace(int from) {
    int at = from;
    while (at < text.length() && kind(at) != Kind.SPACE) {
      at++;
    }
    return at;
  }

  private Kind kind(int at) {
    char it = text.charAt(at);
    if (it < 0x80) {
      return ASCII[it];
    }
    return PRINTED.indexOf(it) >= 0 ? Kind.AROUND : Kind.OTHER;
  }

  /** Whether the piece has one plain word. */
  boolean isPlain() {
    return plain;
  }

  /** Where the plain word begins in the text, or else the piece. */
  int start() {
    return plain ? wordStart : start;
  }

  /** Where the plain word ends in the text, or else the piece. */
  int end() {
    return plain ? wordEnd : end;
  }

  /** How many letters the plain word has. */
  int length() {
    return wordEnd - wordStart;
  }

  /** The first letter of the plain word, in lower case. */
  char first() {
    return lower(text.charAt(wordStart));
  }

  /** The second, or {@link FirstLetters#NONE}. */
  char second() {
    return length() > 1 ? lower(text.charAt(wordStart + 1)) : FirstLetters.NONE;
  }

  /** Begins with the letters of the plain word, in lower case; the next word's overwrite them. */
  char[] letters() {
    for (int i = wordStart; i < wordEnd; i++) {
      word[i - wordStart] = lower(text.charAt(i));
    }
    return word;
  }

  private static char lower(char it) {
    return it >= 'A' && it <= 'Z' ? (char) (it + 'a' - 'A') : it;
  }

  /** The plain word in lower case, or else the piece as it is. */
  @Override
  public String toString() {
    return plain ? new String(letters(), 0, length()) : text.substring(start, end);
  }
}
