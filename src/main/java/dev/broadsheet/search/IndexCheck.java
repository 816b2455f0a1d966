package dev.broadsheet.search;

import java.util.List;

/**
 * What came of holding all files of an index against the checksums they were written with.
 *
 * @param files how many belong to the index
 * @param bytes that they have together
 * @param damages those that are not as they were written
 */
public record IndexCheck(int files, long bytes, List<Damage> damages) {
  /** What an operator is to do about damage. */
  public static final String ADVICE = "'broadsheet reindex --full' builds it anew";

  /** No file was looked at. */
  public static final IndexCheck NOTHING = new IndexCheck(0, 0, List.of());

  /** Copies the damages. */
  public IndexCheck {
    damages = List.copyOf(damages);
  }

  /**
   * A file that can't be relied on.
   *
   * @param file with its whole path
   * @param reason what is wrong with it
   */
  public record Damage(String file, String reason) {
    /** In a line: what is damaged, what to do, where and how. */
    public String message() {
      return "the index is damaged (" + ADVICE + "): " + file + ": " + reason;
    }
  }

  /** Whether all files are as they were written. */
  public boolean isSound() {
    return damages.isEmpty();
  }
}
