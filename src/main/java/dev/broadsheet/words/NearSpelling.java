package dev.broadsheet.words;

/**
 * What may have been meant by a word.
 *
 * @param text one word, or two that were run together
 * @param items how many visible items hold it
 * @param cost how unlikely it is to be written as it was
 */
public record NearSpelling(String text, long items, double cost)
    implements Comparable<NearSpelling> {
  /** How many times as frequent a word has to be to make up for one edit, as a logarithm. */
  private static final double EDIT = 5;

  /** How well it explains what was typed, by itself. */
  public double score() {
    return score(items, cost);
  }

  /** How well a word explains what was typed that so many items hold. */
  public static double score(long items, double cost) {
    return Math.log1p((double) items) - EDIT * cost;
  }

  /** The likelier one comes first. */
  @Override
  public int compareTo(NearSpelling other) {
    int byScore = Double.compare(other.score(), score());
    return byScore != 0 ? byScore : text.compareTo(other.text);
  }
}
