package dev.broadsheet.app;

import dev.broadsheet.http.HttpApi;
import dev.broadsheet.search.IndexStats;
import dev.broadsheet.search.SearchEngine;

/** A server with all that runs beside it. */
final class Serving implements RunningServer {
  private final SearchEngine engine;
  private final HttpApi api;
  private final OpenParts parts;

  /** Of parts that are open, and are closed with it. */
  Serving(SearchEngine engine, HttpApi api, OpenParts parts) {
    this.engine = engine;
    this.api = api;
    this.parts = parts;
  }

  @Override
  public String url() {
    return api.url().replaceAll("/+$", "");
  }

  @Override
  public IndexStats stats() {
    return engine.stats();
  }

  @Override
  public void close() {
    parts.close();
  }
}
