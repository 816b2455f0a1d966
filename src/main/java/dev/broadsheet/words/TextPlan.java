package dev.broadsheet.words;

import dev.broadsheet.search.Wording;
import java.util.List;
import java.util.Optional;

/**
 * How a visitor's words are looked for.
 *
 * @param tiers queries, each of which matches all that the one before it matches: the words as
 *     typed, then with near spellings, then only some of them. Whatever the order of the hits,
 *     those of an earlier tier come first
 * @param highlighter marks what is looked for in the texts that are shown
 * @param wording how this differs from what was typed
 * @param decision what the index had a say in
 * @param <Q> the engine's queries
 */
public record TextPlan<Q>(
    List<Tier<Q>> tiers, Highlighter highlighter, Wording wording, PlanDecision decision) {
  public TextPlan {
    tiers = List.copyOf(tiers);
  }

  /**
   * One of the queries.
   *
   * @param scored to rank what matches
   * @param alone the same without what the tier before matches
   * @param matching the same documents, not to be scored
   * @param <Q> the engine's queries
   */
  public record Tier<Q>(Q scored, Q alone, Q matching) {}

  /** The same, with a query that was probably meant. */
  public TextPlan<Q> didYouMean(String text) {
    var meant = new Wording(wording.corrected(), Optional.of(text), wording.relaxed());
    return new TextPlan<>(tiers, highlighter, meant, decision);
  }

  /** The same with other tiers. */
  public TextPlan<Q> withTiers(List<Tier<Q>> others) {
    return new TextPlan<>(others, highlighter, wording, decision);
  }

  /** What all tiers match together. */
  public Q widest() {
    return tiers.getLast().matching();
  }

  /** What the tiers' scores are made of. */
  public List<Q> scored() {
    return scored(tiers);
  }

  static <Q> List<Q> scored(List<Tier<Q>> tiers) {
    return tiers.stream().map(Tier::scored).toList();
  }
}
