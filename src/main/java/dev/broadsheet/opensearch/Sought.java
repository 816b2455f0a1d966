package dev.broadsheet.opensearch;

import dev.broadsheet.search.Filter;
import dev.broadsheet.words.Queries;
import dev.broadsheet.words.Ranking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is looked for in a cluster, before it is written as JSON: see {@link QueryWriter}. */
sealed interface Sought {
  /** Every item, scored by its quality boost. */
  record Items() implements Sought {}

  /** No item. */
  record Nothing() implements Sought {}

  /** What has a term. */
  record Term(String field, String token) implements Sought {}

  /** What has any of some terms; all score alike. */
  record AnyOf(String field, List<String> tokens) implements Sought {}

  /**
   * What has terms at certain distances.
   *
   * @param apart how far each is from the one before it
   * @param slop how far, all together, they may be moved
   */
  record Phrase(String field, List<String> tokens, int apart, int slop) implements Sought {}

  /** What has a word that begins so. */
  record Begun(String field, String beginning) implements Sought {}

  /** What another matches, scored by quality alone. */
  record ByQuality(Sought matching) implements Sought {}

  /** The same with its scores multiplied. */
  record Times(Sought query, float factor) implements Sought {}

  /** What any matches, scored by all. */
  record Any(List<Sought> queries) implements Sought {}

  /** What any matches, scored by the best. */
  record Best(List<Sought> queries) implements Sought {}

  /** What another matches, all of it scored 1. */
  record Alike(Sought query) implements Sought {}

  /** Queries that are put together. */
  record All(Queries.Parts<Sought> parts) implements Sought {}

  /** What another scores so much at least, but for what a third matches. */
  record Enough(Sought coverage, float least, Optional<Sought> without) implements Sought {}

  /** What is enough, scored by the sum of scores. */
  record Among(Sought enough, List<Sought> scores) implements Sought {}

  /** The same with its scores multiplied by a factor for age. */
  record Aged(Sought query, Ranking.Recency recency, Instant now) implements Sought {}

  /** What satisfies filters and is not excluded, scored by the query alone. */
  record Restricted(Sought query, List<Filter> filters, List<Sought> excluded) implements Sought {}

  /** What shares so many of some terms. */
  record Shared(List<Sought> terms, int least) implements Sought {}

  /** What has one of some values in a field that is no text. */
  record Holding(String field, Set<String> values) implements Sought {}
}
