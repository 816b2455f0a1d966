package dev.broadsheet.http;

import dev.broadsheet.search.SearchEngine;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Optional;

/**
 * Answers a route so that browsers and proxies can keep what they got: each answer has a tag, and
 * who comes back with the tag of an answer that still holds is told so, without a search. There is
 * no {@code Last-Modified}: an item may change, or go, without any date becoming newer.
 */
final class CachedHandler<Q> implements Handler {
  private final SearchEngine engine;
  private final Duration maxAge;
  private final QuestionHandler<Q> handler;

  /**
   * A handler of one route.
   *
   * @param engine whose state is a part of each tag
   * @param maxAge how long an answer may be shown without asking again
   */
  CachedHandler(SearchEngine engine, Duration maxAge, QuestionHandler<Q> handler) {
    this.engine = engine;
    this.maxAge = maxAge;
    this.handler = handler;
  }

  @Override
  public void handle(Context context) {
    QuestionHandler.Question<Q> question = handler.read(context);
    var known = IfNoneMatch.of(BodyResponse.field(context, "If-None-Match"));
    boolean gzip = BodyResponse.acceptsGzip(context);
    Optional<EntityTag> match =
        known.tags().isEmpty()
            ? Optional.empty()
            : known.match(tag(question, engine.version()), gzip);
    if (match.isPresent()) {
      mayBeKept(context);
      BodyResponse.sendNotModified(context, match.get());
      return;
    }
    QuestionHandler.Answer answer = handler.answer(question);
    EntityTag tag = tag(question, answer.version());
    mayBeKept(context);
    // Only now is it known that there is something: "any" must not hide a 404.
    if (known.any()) {
      BodyResponse.sendNotModified(context, tag);
    } else {
      BodyResponse.send(context, question.mediaType(), answer.body().get(), tag);
    }
  }

  private static EntityTag tag(QuestionHandler.Question<?> question, String version) {
    return EntityTag.of(version, question.mediaType(), question.key());
  }

  private void mayBeKept(Context context) {
    context.header("Cache-Control", "public, max-age=" + maxAge.toSeconds() + ", must-revalidate");
  }
}
