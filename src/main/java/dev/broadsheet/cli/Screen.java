package dev.broadsheet.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A place where text is printed, in UTF-8.
 *
 * @param stream takes the text
 * @param isTerminal whether a person sees it appear, so that it may move
 * @param hasColor whether it may have bold and faint text
 * @param width in columns
 */
public record Screen(PrintStream stream, boolean isTerminal, boolean hasColor, int width) {
  /** What is printed elsewhere has this width, so that it is the same each time. */
  static final int PLAIN_WIDTH = 100;

  private static final int NARROWEST = 40;

  /** Widens what is too narrow to be of use. */
  public Screen {
    width = Math.max(width, NARROWEST);
  }

  /** A file or another program. */
  public static Screen plain(OutputStream target) {
    return new Screen(print(target), false, false, PLAIN_WIDTH);
  }

  static PrintStream print(OutputStream target) {
    return new PrintStream(target, true, StandardCharsets.UTF_8);
  }

  void line(String text) {
    stream.print(text + "\n");
    stream.flush();
  }

  String bold(String text) {
    return hasColor ? "\033[1m" + text + "\033[0m" : text;
  }

  String faint(String text) {
    return hasColor ? "\033[2m" + text + "\033[0m" : text;
  }
}
