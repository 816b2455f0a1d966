package dev.broadsheet.search;

import java.util.Optional;

/**
 * How the words that were looked for differ from the words as typed. It depends on the words alone,
 * not on filters, order or page, so that counts and filtered totals agree.
 *
 * @param corrected the query with the near spellings that were looked for as well
 * @param didYouMean a query that was probably meant, and was not looked for
 * @param relaxed whether items were found that lack some of the words; those that have all come
 *     first
 */
public record Wording(Optional<String> corrected, Optional<String> didYouMean, boolean relaxed) {
  /** The words as typed, all of them. */
  public static final Wording AS_TYPED = new Wording(Optional.empty(), Optional.empty(), false);
}
