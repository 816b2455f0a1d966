package dev.broadsheet.corpus;

/**
 * Foresees how long the inside of Markdown paragraphs takes to parse: for each mark, such as a
 * {@code <}, the parser may look through the rest of its paragraph for the other end.
 */
final class InlineCost {
  /** Characters looked at; some tenths of a second. A long article comes to some millions. */
  private static final long MOST = 200_000_000;

  private InlineCost() {}

  /** Whether a text can be parsed in bearable time. */
  static boolean isBearable(String markdown) {
    long cost = 0;
    int marks = 0;
    int start = 0;
    boolean blank = true;
    for (int i = 0; i < markdown.length(); i++) {
      switch (markdown.charAt(i)) {
        case '\n' -> {
          if (blank) {
            cost += (long) marks * (i - start);
            marks = 0;
            start = i;
          }
          blank = true;
        }
        case ' ', '\t', '\r' -> {}
        case '<', '[', ']', '!', '*', '_', '`', '&', '\\', '(' -> {
          marks++;
          blank = false;
        }
        default -> blank = false;
      }
      if (cost + (long) marks * (i - start) > MOST) {
        return false;
      }
    }
    return true;
  }
}
