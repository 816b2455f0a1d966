package dev.broadsheet.bench;

import dev.broadsheet.http.ParsedSearch;
import java.io.IOException;
import java.util.List;

/**
 * Asks plain Lucene in this process.
 *
 * @param lucene shared by all callers, and not theirs to close
 * @param searches the queries
 */
record PlainCaller(PlainSearch lucene, List<ParsedSearch> searches) implements Caller {
  @Override
  public int call(int query) throws IOException {
    if (lucene.answer(searches.get(query).request()).length == 0) {
      throw new IllegalStateException("an answer has no bytes");
    }
    return OK;
  }
}
