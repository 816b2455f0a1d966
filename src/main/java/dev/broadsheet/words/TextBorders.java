package dev.broadsheet.words;

/**
 * Where a text may be cut: not within a character that takes two places, and not between a letter
 * and what is written over, under or around it.
 */
public final class TextBorders {
  private static final int JOINER = 0x200d;
  private static final int FIRST_SKIN_TONE = 0x1f3fb;
  private static final int LAST_SKIN_TONE = 0x1f3ff;

  private TextBorders() {}

  /** The last place, not behind this one, where the text may be cut. */
  public static int atOrBefore(String text, int place) {
    int border = place;
    while (!isBorder(text, border)) {
      border--;
    }
    return border;
  }

  /** The first place, not before this one, where the text may be cut. */
  public static int atOrAfter(String text, int place) {
    int border = place;
    while (!isBorder(text, border)) {
      border++;
    }
    return border;
  }

  private static boolean isBorder(String text, int place) {
    if (place <= 0 || place >= text.length()) {
      return true;
    }
    char next = text.charAt(place);
    if (next < '\u0300') {
      return true;
    }
    return !(Character.isLowSurrogate(next) && Character.isHighSurrogate(text.charAt(place - 1)))
        && text.charAt(place - 1) != JOINER
        && !belongsToTheOneBefore(text.codePointAt(place));
  }

  private static boolean belongsToTheOneBefore(int character) {
    return character == JOINER
        || (character >= FIRST_SKIN_TONE && character <= LAST_SKIN_TONE)
        || switch (Character.getType(character)) {
          case Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.COMBINING_SPACING_MARK ->
              true;
          default -> false;
        };
  }
}
