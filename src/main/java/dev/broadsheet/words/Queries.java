package dev.broadsheet.words;

import dev.broadsheet.search.Filter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Makes an engine's queries. What is made of a visitor's words is decided once, for all engines;
 * here is what an engine has to be able to look for.
 *
 * @param <Q> the engine's queries
 */
public interface Queries<Q> {
  /** Every item, scored by its quality boost. */
  Q items();

  /** No item. */
  Q nothing();

  /** What has a term, scored by how much that says: see {@link Relevance}. */
  Q term(String field, String token) throws IOException;

  /** What has any of some terms; all score alike. */
  Q anyOf(String field, List<String> tokens);

  /** What has terms side by side, scored as one term that says what all of them say. */
  Q sideBySide(String field, List<String> tokens) throws IOException;

  /**
   * What has two terms near each other, scored the more, the nearer they are.
   *
   * @param apart how far the second is behind the first, if they are not moved
   * @param slop how far, all together, they may be moved
   */
  Q near(String field, String first, String second, int apart, int slop) throws IOException;

  /** What has a word that begins so; all score alike. */
  Q begun(String field, String beginning);

  /** What another query matches, scored by quality alone. */
  Q byQuality(Q matching);

  /** The same with its scores multiplied. */
  Q times(Q query, float factor);

  /**
   * Queries whose scores add up to those of two terms, the second of which no item has more often
   * than the first.
   *
   * @param core the first term, perhaps {@linkplain #times multiplied}
   * @param bonus the second, perhaps multiplied
   * @return any of which matches what has the first
   */
  List<Q> withBonus(Q core, Q bonus) throws IOException;

  /** What any of these matches, scored by all. */
  Q any(List<Q> queries);

  /** What any of these matches, scored by the best. */
  Q best(List<Q> queries);

  /** What another query matches, all of it scored 1. */
  Q alike(Q query);

  /** Puts queries together. */
  Q all(Parts<Q> parts);

  /**
   * The same as another query, not to be scored, of which few items are expected, and asked for
   * more than once.
   *
   * @param limit with so many and more, they are not few
   */
  Q few(Q query, int limit);

  /** What another query scores so much at least; all of it scores alike. */
  Q enough(Q coverage, float least);

  /** The same as {@link #enough}, but for what another query matches. */
  Q without(Q enough, Q other);

  /**
   * What {@link #enough} or {@link #without} matches, scored by the sum of these scores.
   *
   * @param typed the scores of what was typed; each of it is matched by one of them at least
   * @param besides what counts besides
   */
  Q among(Q enough, List<Q> typed, List<Q> besides);

  /** The same with its scores multiplied by a factor for the age of each item. */
  Q aged(Q query, Ranking.Recency recency, Instant now);

  /** What satisfies filters and is not excluded, scored by the query alone. */
  Q restricted(Q query, List<Filter> filters, List<Q> excluded);

  /** What a query looks for in a text, each of its clauses being one word. */
  List<Wanted> wanted(Q query);

  /**
   * Queries that are put together.
   *
   * @param required each has to match, and scores
   * @param optional each scores where it matches; where nothing else is required, one has to match
   * @param filtering each has to match
   * @param excluded none may match
   */
  record Parts<Q>(List<Q> required, List<Q> optional, List<Q> filtering, List<Q> excluded) {
    /** Copies the lists. */
    public Parts {
      required = List.copyOf(required);
      optional = List.copyOf(optional);
      filtering = List.copyOf(filtering);
      excluded = List.copyOf(excluded);
    }
  }
}
