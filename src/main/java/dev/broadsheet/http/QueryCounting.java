package dev.broadsheet.http;

import dev.broadsheet.analytics.QueryLog;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import java.util.Optional;

/**
 * Tells what visitors look for, if that is counted: each search once, with its first page, and not
 * while it is still being typed. Nothing of a visitor is told, and no filters.
 *
 * @param log where it is counted
 */
record QueryCounting(Optional<QueryLog> log) {
  void answered(ParsedSearch search, SearchResult result, boolean onPage) {
    SearchRequest.Page page = search.request().page();
    if (log.isPresent()
        && page.number() == 1
        && page.after().isEmpty()
        && !search.echo().containsKey(SearchParameters.PREFIX)
        && search.echo().get(SearchParameters.QUERY) instanceof String words) {
      log.get().searched(words, result.total(), onPage);
    }
  }
}
