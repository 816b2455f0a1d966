package dev.broadsheet.search;

/**
 * Finds articles. Safe for use by many threads; who opens it closes it, after the last answer.
 *
 * <p>Everything in one answer comes from one point in time of the index. The same request to the
 * same index gives the same answer, in the same order.
 */
public interface SearchEngine extends AutoCloseable {
  /**
   * Answers a request.
   *
   * @throws SearchEngineException where the engine is in trouble, not the request
   */
  SearchResult search(SearchRequest request);

  /**
   * What the index holds.
   *
   * @throws SearchEngineException where the engine is in trouble
   */
  IndexStats stats();

  @Override
  void close();
}
