package dev.broadsheet.words;

import java.util.Comparator;

/**
 * A piece of a text that was looked for. Marks may overlap.
 *
 * @param start where it begins
 * @param end where it ends; behind the start
 * @param word which of the things looked for it is; the forms of one have one number
 */
public record Mark(int start, int end, int word) {
  /** As they begin in a text; of those that begin together, the longest first. */
  public static final Comparator<Mark> IN_TEXT =
      Comparator.comparingInt(Mark::start)
          .thenComparing(Comparator.comparingInt(Mark::end).reversed());
}
