package dev.broadsheet.http;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchEngineException;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/**
 * {@code GET /health/live} and {@code /health/ready}: whether this process is there, and whether it
 * is of use. Both wait for no other request, so that a busy server is not taken for a dead one.
 */
final class HealthHandler implements Handler {
  /** Of no item: that there is none is found out in microseconds, in an index of any size. */
  private static final ArticleId NOBODY = new ArticleId("0".repeat(24));

  private final String status;
  private final Runnable check;

  private HealthHandler(String status, Runnable check) {
    this.status = status;
    this.check = check;
  }

  /** Answers as long as anything can. */
  static HealthHandler live() {
    return new HealthHandler("live", () -> {});
  }

  /** Answers as long as an index is open and can be searched. */
  static HealthHandler ready(SearchEngine engine) {
    return new HealthHandler("ready", () -> engine.article(NOBODY));
  }

  @Override
  public void handle(Context context) {
    try {
      check.run();
    } catch (SearchEngineException cause) {
      throw new ProblemException(
          Problem.unavailable("the index can't be searched at the moment; the log says why"),
          cause);
    }
    BodyResponse.sendOnce(
        context,
        200,
        JsonText.MEDIA_TYPE,
        JsonText.bytes(json -> {
          json.startObject();
          json.property("status", status);
          json.endObject();
        }));
  }
}
