package dev.broadsheet.corpus;

import java.util.Locale;
import org.jsoup.parser.Parser;

/** A URL as it is kept: entities decoded, and none of the characters that browsers pass over. */
final class WebAddress {
  private WebAddress() {}

  /** The URL; empty where there is none. */
  static String of(String written) {
    String decoded = written.indexOf('&') < 0 ? written : Parser.unescapeEntities(written, true);
    return withoutControls(decoded).strip();
  }

  /** Whether a page can show what lives there: on the web, on the site itself, or in the URL. */
  static boolean isPicture(String url) {
    int colon = url.indexOf(':');
    if (colon < 0 || !isScheme(url, colon)) {
      return true;
    }
    String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
    return scheme.equals("http")
        || scheme.equals("https")
        || (scheme.equals("data") && url.regionMatches(true, colon + 1, "image/", 0, 6));
  }

  private static boolean isScheme(String url, int colon) {
    for (int i = 0; i < colon; i++) {
      char c = url.charAt(i);
      boolean allowed =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (i > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-'));
      if (!allowed) {
        return false;
      }
    }
    return colon > 0;
  }

  /** A browser drops a tab in {@code java\tscript:}, so that it must not hide the scheme here. */
  private static String withoutControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDropped(text.charAt(i))) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> !isDropped((char) c)).forEach(c -> kept.append((char) c));
        return kept.toString();
      }
    }
    return text;
  }

  private static boolean isDropped(char c) {
    return Character.isISOControl(c);
  }
}
