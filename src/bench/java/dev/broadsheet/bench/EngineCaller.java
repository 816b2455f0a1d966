package dev.broadsheet.bench;

import dev.broadsheet.http.ParsedSearch;
import dev.broadsheet.http.SearchAnswer;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchResult;
import java.time.Duration;
import java.util.List;

/**
 * Asks Broadsheet's engine in this process.
 *
 * @param engine shared by all callers, and not theirs to close
 * @param searches the queries
 * @param writes whether each answer is written as JSON too
 */
record EngineCaller(SearchEngine engine, List<ParsedSearch> searches, boolean writes)
    implements Caller {
  @Override
  public int call(int query) {
    ParsedSearch search = searches.get(query);
    SearchResult result = search.ask(engine);
    if (writes && new SearchAnswer(search.echo(), result, Duration.ZERO).toBytes().length == 0) {
      throw new IllegalStateException("an answer has no bytes");
    }
    return OK;
  }
}
