package dev.broadsheet.words;

import java.util.Arrays;

/** Tells how many edits make one word of another; that two letters change places is one edit. */
public final class Edits {
  private Edits() {}

  /**
   * Whether so many edits make a word of another.
   *
   * @param isBeginning whether it is enough that the word goes on from what the edits make
   */
  public static boolean isWithin(String word, String other, int edits, boolean isBeginning) {
    int[] last = lastRow(word.codePoints().toArray(), other.codePoints().toArray());
    int least = isBeginning ? Arrays.stream(last).min().orElseThrow() : last[last.length - 1];
    return least <= edits;
  }

  /** By optimal string alignment: the edits of the word for each beginning of the other. */
  private static int[] lastRow(int[] a, int[] b) {
    int[][] edits = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        edits[i][j] = i == 0 ? j : j == 0 ? i : least(edits, a, i, b, j);
      }
    }
    return edits[a.length];
  }

  private static int least(int[][] edits, int[] a, int i, int[] b, int j) {
    int same = a[i - 1] == b[j - 1] ? 0 : 1;
    int least =
        Math.min(edits[i - 1][j - 1] + same, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
      least = Math.min(least, edits[i - 2][j - 2] + 1);
    }
    return least;
  }
}
