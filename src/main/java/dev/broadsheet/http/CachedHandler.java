package dev.broadsheet.http;

import dev.broadsheet.search.SearchEngine;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers a route so that browsers and proxies can keep what they got: each answer has a tag, and
 * who comes back with the tag of an answer that still holds is told so, without a search. There is
 * no {@code Last-Modified}: an item may change, or go, without any date becoming newer.
 */
final class CachedHandler<Q> implements Handler {
  private final SearchEngine engine;
  private final Duration maxAge;
  private final Gate gate;
  private final QuestionHandler<Q> handler;

  /**
   * A handler of one route.
   *
   * @param engine whose state is a part of each tag
   * @param maxAge how long an answer may be shown without asking again
   * @param gate where the work of answering is done
   */
  CachedHandler(SearchEngine engine, Duration maxAge, Gate gate, QuestionHandler<Q> handler) {
    this.engine = engine;
    this.maxAge = maxAge;
    this.gate = gate;
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
    Ready ready = gate.run(() -> answer(question, gzip));
    mayBeKept(context);
    // Only now is it known that there is something: "any" must not hide a 404.
    if (known.any()) {
      BodyResponse.sendNotModified(context, ready.tag());
    } else {
      BodyResponse.send(context, question.mediaType(), ready.body(), ready.tag());
    }
  }

  /** All the work that an answer takes, up to the last byte: nothing is left but to send it. */
  private Ready answer(QuestionHandler.Question<Q> question, boolean gzip) {
    QuestionHandler.Answer answer = handler.answer(question);
    return new Ready(
        tag(question, answer.version()), BodyResponse.Body.of(answer.body().get(), gzip));
  }

  /**
   * An answer that only has to be sent.
   *
   * @param tag of the body before it was compressed
   * @param body to be sent
   */
  record Ready(EntityTag tag, BodyResponse.Body body) {}

  /** Does work, now or when its turn comes, or turns it away. */
  interface Gate {
    /** The work is called once, or never. */
    Ready run(Supplier<Ready> work);
  }

  private static EntityTag tag(QuestionHandler.Question<?> question, String version) {
    return EntityTag.of(version, question.mediaType(), question.key());
  }

  private void mayBeKept(Context context) {
    context.header("Cache-Control", "public, max-age=" + maxAge.toSeconds() + ", must-revalidate");
  }
}
