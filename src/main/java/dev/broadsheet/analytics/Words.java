package dev.broadsheet.analytics;

import java.util.Locale;
import java.util.regex.Pattern;

/** What is kept of what was typed. */
final class Words {
  /** Who types more looks for one text, and may have pasted a letter. */
  private static final int LONGEST = 80;

  private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  /** A mail address, or a number of an account, a card or a telephone. */
  private static final Pattern PERSONAL = Pattern.compile("\\S@\\S|(?:\\d[ ./()-]?){6}");

  private Words() {}

  /** The words to count by: {@link QueryCount#OTHERS} for what had better not be kept. */
  static String kept(String typed) {
    String words = BREAKS.matcher(typed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    return words.length() > LONGEST || PERSONAL.matcher(words).find() ? QueryCount.OTHERS : words;
  }
}
