package dev.broadsheet.http;

import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchResult;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Optional;

/** {@code GET /search}: the hits, and the counts that narrow them. */
final class SearchHandler implements Handler {
  private final SearchEngine engine;
  private final SearchParameters parameters;

  SearchHandler(SearchEngine engine, SearchParameters parameters) {
    this.engine = engine;
    this.parameters = parameters;
  }

  @Override
  public void handle(Context context) {
    String query = Optional.ofNullable(context.req().getQueryString()).orElse("");
    ParsedSearch search = parameters.parse(QueryString.parse(query));
    long start = System.nanoTime();
    SearchResult result = engine.search(search.request());
    var answer =
        new SearchAnswer(search.echo(), result, Duration.ofNanos(System.nanoTime() - start));
    JsonResponse.send(context, 200, "application/json", answer.toBytes());
  }
}
