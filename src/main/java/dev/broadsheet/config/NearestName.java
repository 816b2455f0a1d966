package dev.broadsheet.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses which name was meant. */
final class NearestName {
  private NearestName() {}

  /**
   * What to add to a message about an unknown name.
   *
   * @return a question where one of the names is near, else all names there are
   */
  static String hint(String typed, Collection<String> names) {
    return names.stream()
        .filter(name -> distance(typed, name) <= (typed.length() <= 3 ? 1 : 2))
        .min(Comparator.comparingInt(name -> distance(typed, name)))
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(() -> "expected one of " + String.join(", ", names));
  }

  /** How many letters to insert, drop or replace (Levenshtein), whatever their case. */
  private static int distance(String typed, String name) {
    String a = typed.toLowerCase(Locale.ROOT);
    String b = name.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
