package dev.broadsheet.corpus;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * Text as a reader sees it: HTML tags and entities decoded, control characters and runs of white
 * space one space.
 */
final class PlainText {
  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /** The plain text; empty where nothing is left to see. */
  static String of(String written) {
    boolean tags = written.indexOf('<') >= 0;
    if (!tags && written.indexOf('&') < 0) {
      return collapsed(written);
    }
    return collapsed(tags ? withoutTags(written) : Parser.unescapeEntities(written, false));
  }

  /** Control characters and white space one space, none at the ends. */
  static String collapsed(String text) {
    if (isClean(text)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isGap(c)) {
        gap = true;
        continue;
      }
      if (gap && !clean.isEmpty()) {
        clean.append(' ');
      }
      gap = false;
      clean.append(isLoneSurrogate(text, i) ? REPLACEMENT : c);
    }
    return clean.toString();
  }

  /** A {@code <} that no {@code >} follows starts no tag. */
  private static String withoutTags(String html) {
    int close = html.lastIndexOf('>') + 1;
    String markup = html.substring(0, close) + html.substring(close).replace("<", "&lt;");
    return Jsoup.parseBodyFragment(markup).body().text();
  }

  private static boolean isClean(String text) {
    boolean gap = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean nextGap = isGap(c);
      if ((nextGap && (gap || c != ' ')) || isLoneSurrogate(text, i)) {
        return false;
      }
      gap = nextGap;
    }
    return text.isEmpty() || !gap;
  }

  private static boolean isGap(char c) {
    return c <= ' '
        || (c >= '\u007f'
            && (c <= '\u00a0' || Character.isSpaceChar(c) || Character.isWhitespace(c)));
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
  }
}
