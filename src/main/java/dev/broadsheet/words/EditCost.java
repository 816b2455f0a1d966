package dev.broadsheet.words;

import java.util.Arrays;

/**
 * How unlikely it is that somebody who means one word writes another: a weighted optimal string
 * alignment distance over code points. A letter left out is a likelier mistake than a certain wrong
 * one, of which there are many; likelier still are those that are made by ear.
 */
public final class EditCost {
  /** A letter for another, or one too many. */
  private static final double OTHER = 1;

  /** A letter left out. */
  private static final double OMITTED = 0.7;

  /** Two letters that change places. */
  private static final double SWAPPED = 0.6;

  /** A letter doubled that should not be, or not doubled that should. */
  private static final double DOUBLED = 0.4;

  /** A vowel for another, or a letter for one that sounds alike. */
  private static final double ALIKE = 0.7;

  /** What a wrong first letter costs more. */
  private static final double FIRST = 0.8;

  private static final String VOWELS = "aeiouy";
  private static final String[] SOUNDS = {"csz", "ckq", "gj", "fv", "dt", "mn", "bp", "iy", "vw"};

  private EditCost() {}

  /** What it costs to have written a word for another. */
  public static double of(String written, String meant) {
    double[] last = lastRow(written, meant);
    return last[last.length - 1];
  }

  /** The same for the beginning of the word that was meant that costs least. */
  public static double ofBeginning(String written, String meant) {
    return Arrays.stream(lastRow(written, meant)).min().orElseThrow();
  }

  private static double[] lastRow(String written, String meant) {
    int[] a = written.codePoints().toArray();
    int[] b = meant.codePoints().toArray();
    double[][] costs = new double[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        costs[i][j] = i + j == 0 ? 0 : least(costs, a, i, b, j);
      }
    }
    return costs[a.length];
  }

  private static double least(double[][] costs, int[] a, int i, int[] b, int j) {
    double least = Double.POSITIVE_INFINITY;
    if (i > 0) {
      least = Math.min(least, costs[i - 1][j] + single(a, i - 1, OTHER));
    }
    if (j > 0) {
      least = Math.min(least, costs[i][j - 1] + single(b, j - 1, OMITTED));
    }
    if (i > 0 && j > 0) {
      double first = i == 1 && j == 1 ? FIRST : 0;
      double other = a[i - 1] == b[j - 1] ? 0 : other(a[i - 1], b[j - 1]) + first;
      least = Math.min(least, costs[i - 1][j - 1] + other);
    }
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
      least = Math.min(least, costs[i - 2][j - 2] + SWAPPED);
    }
    return least;
  }

  /** A letter that only one of the words has. */
  private static double single(int[] word, int at, double cost) {
    if (at == 0) {
      return cost + FIRST;
    }
    return word[at] == word[at - 1] ? DOUBLED : cost;
  }

  private static double other(int written, int meant) {
    if (isVowel(written) && isVowel(meant)) {
      return ALIKE;
    }
    for (String sound : SOUNDS) {
      if (sound.indexOf(written) >= 0 && sound.indexOf(meant) >= 0) {
        return ALIKE;
      }
    }
    return OTHER;
  }

  private static boolean isVowel(int letter) {
    return VOWELS.indexOf(letter) >= 0;
  }
}
