package dev.broadsheet.corpus;

/** Counts lines as editors do: they end with LF, CRLF or CR. */
final class TextLines {
  private TextLines() {}

  /** How many lines a text has; at least one, and none after a last line break. */
  static int count(String text) {
    return text.isEmpty() ? 1 : lineOf(text, text.length() - 1);
  }

  /** The line that a character of a text is on, from 1. */
  static int lineOf(String text, int index) {
    int line = 1;
    for (int i = 0; i < index; i++) {
      char c = text.charAt(i);
      // The CR of a CRLF is not counted, its LF is.
      if (c == '\n' || (c == '\r' && text.charAt(i + 1) != '\n')) {
        line++;
      }
    }
    return line;
  }

  /** Where the line that starts at a character ends, before its line break. */
  static int end(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  /** Where the line after one starts, by the end of that one. */
  static int next(String text, int end) {
    boolean crlf = text.startsWith("\r\n", end);
    return Math.min(text.length(), end + (crlf ? 2 : 1));
  }
}
