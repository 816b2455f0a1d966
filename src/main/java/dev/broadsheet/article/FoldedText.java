package dev.broadsheet.article;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** The form in which whole values are compared: case does not matter, and nothing else is lost. */
public final class FoldedText {
  private FoldedText() {}

  /** The value in Unicode's composed form, in lower case, with its outer space taken off. */
  public static String of(String value) {
    String text = value.strip();
    return (isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC))
        .toLowerCase(Locale.ROOT);
  }

  /** Such text is composed, and most values of most sites are such. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** The values without those that repeat an earlier one in another case, in their order. */
  public static List<String> distinct(Collection<String> values) {
    if (values.size() < 2) {
      return List.copyOf(values);
    }
    var byFold = new LinkedHashMap<String, String>();
    values.forEach(value -> byFold.putIfAbsent(of(value), value));
    return List.copyOf(byFold.values());
  }
}
