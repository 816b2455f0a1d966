package dev.broadsheet.search;

import dev.broadsheet.article.ArticleId;
import java.util.Optional;

/**
 * Finds articles. Safe for use by many threads; who opens it closes it, after the last answer.
 *
 * <p>Everything in one answer comes from one point in time of the index. The same request to the
 * same index gives the same answer, in the same order.
 *
 * <p>An engine may be given a time for each answer. One that takes longer is stopped, and fails
 * with a {@link SearchTimeoutException}: there are no answers in part.
 */
public interface SearchEngine extends AutoCloseable {
  /**
   * Answers a request.
   *
   * @throws InvalidCursorException where the request's cursor is damaged, or of another request
   * @throws SearchEngineException where the engine is in trouble, not the request
   * @throws SearchTimeoutException where it takes longer than it may
   */
  SearchResult search(SearchRequest request);

  /**
   * What could be typed next.
   *
   * @throws SearchEngineException where the engine is in trouble
   * @throws SearchTimeoutException where it takes longer than it may
   */
  SuggestResult suggest(SuggestRequest request);

  /**
   * Searches within the values of a facet.
   *
   * @throws SearchEngineException where the engine is in trouble
   * @throws SearchTimeoutException where it takes longer than it may
   */
  FacetSearchResult searchFacet(FacetSearchRequest request);

  /**
   * One item with its story; empty where there is none, or it is hidden.
   *
   * @throws SearchEngineException where the engine is in trouble
   * @throws SearchTimeoutException where it takes longer than it may
   */
  Optional<ArticleResult> article(ArticleId id);

  /**
   * What is like an item; empty where there is no such item, or it is hidden.
   *
   * @throws SearchEngineException where the engine is in trouble
   * @throws SearchTimeoutException where it takes longer than it may
   */
  Optional<SimilarResult> similar(SimilarRequest request);

  /** Whether it can look for what words mean, where a request wants that. */
  default boolean knowsMeaning() {
    return false;
  }

  /**
   * Names what answers come from now: the state of the index, and the settings that bear on
   * answers. Two answers to one request with the same version are the same. Letters, digits, dots
   * and dashes.
   *
   * @throws SearchEngineException where the engine is in trouble
   */
  String version();

  /**
   * What the index holds.
   *
   * @throws SearchEngineException where the engine is in trouble
   */
  IndexStats stats();

  @Override
  void close();
}
