package dev.broadsheet.http;

import dev.broadsheet.search.SearchEngine;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Makes routes that answer from the index, to each client so often.
 *
 * @param engine that answers
 * @param maxAge how long an answer may be shown without asking again
 * @param admission where searches wait for their turn
 * @param limit how often a client may ask
 */
record CachedRoutes(SearchEngine engine, Duration maxAge, Admission admission, ClientLimit limit) {
  Route route(String path, QuestionHandler<?> handler) {
    return limited(path, new CachedHandler<>(engine, maxAge, admission::run, handler));
  }

  /** One that no search runs for, and that need not wait for any. */
  Route cheapRoute(String path, QuestionHandler<?> handler) {
    return limited(path, new CachedHandler<>(engine, maxAge, Supplier::get, handler));
  }

  private Route limited(String path, Handler handler) {
    return new Route(
        path,
        context -> {
          limit.take(context);
          handler.handle(context);
        });
  }
}
