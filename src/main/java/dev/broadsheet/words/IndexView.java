package dev.broadsheet.words;

import dev.broadsheet.article.Article;
import dev.broadsheet.search.FacetField;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * An index at one point in time, as far as words are concerned: what has to be asked of it to
 * decide how they are looked for, and what could be typed next.
 *
 * @param <Q> the engine's queries
 */
public interface IndexView<Q> {
  /** Makes queries for it. */
  Queries<Q> queries();

  /** How much words say in it. */
  Weights weights();

  /** Its words as written. */
  WordList words();

  /** How many items a query matches. */
  long count(Q query) throws IOException;

  /** How many items a query matches, or the limit, if there are more. */
  int count(Q query, int limit) throws IOException;

  /** The best items that a query matches, best first. */
  List<Scored> best(Q query, int size) throws IOException;

  /** The newest items that a query matches, newest first. */
  List<Article> newest(Q query, int size) throws IOException;

  /** The score of the item that has so many better ones, itself counted; 0 where there is none. */
  float scoreAt(int rank, Q query) throws IOException;

  /**
   * The numbers by which a plan's queries are scored, in an order that only depends on the queries:
   * how many items have each field, and each term.
   */
  List<Long> numbers(TextPlan<Q> plan) throws IOException;

  /** When this state was written. */
  Instant committedAt();

  /** How many deleted documents there are of which {@link Weights#documentsWith} may count some. */
  int deletedDocuments();

  /** What is decided about words; asked for again and again, and so better remembered. */
  TextPlanner.Decided decided(
      TextPlanner.Question question,
      BoundedCache.Source<TextPlanner.Question, TextPlanner.Decided> source)
      throws IOException;

  /** How words are looked for; asked for again and again, and so perhaps better remembered. */
  default TextPlan<Q> planned(
      TextPlanner.Question question, BoundedCache.Source<TextPlanner.Question, TextPlan<Q>> source)
      throws IOException {
    return source.get(question);
  }

  /** The values of a facet. */
  FacetValues values(FacetField field) throws IOException;

  /** The names of a facet's values, to be found by their words. */
  FacetNames names(FacetField field) throws IOException;

  /**
   * An item that was found.
   *
   * @param article the item, without its body
   * @param score by the query
   */
  record Scored(Article article, float score) {}
}
