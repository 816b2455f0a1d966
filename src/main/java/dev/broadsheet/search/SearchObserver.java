package dev.broadsheet.search;

/** Is told of each search when it is done; called from many threads, and has to be quick. */
@FunctionalInterface
public interface SearchObserver {
  /** Does nothing. */
  SearchObserver NONE = (request, result, cost) -> {};

  /**
   * A search is done.
   *
   * @param request what was asked
   * @param result what was found
   * @param cost what that took
   */
  void searched(SearchRequest request, SearchResult result, SearchCost cost);

  /** This one and then another. */
  default SearchObserver and(SearchObserver next) {
    return (request, result, cost) -> {
      searched(request, result, cost);
      next.searched(request, result, cost);
    };
  }
}
