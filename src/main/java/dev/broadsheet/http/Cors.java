package dev.broadsheet.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets scripts of other sites read the answers (the Fetch standard's CORS protocol), where the
 * settings name their origins. No answer depends on who asks, so no credentials are taken. Written
 * here, as Javalin's plugin says nothing of {@code Vary} and answers problems without it.
 *
 * @param origins that may read, such as {@code https://www.example.com}; {@code *} for any; empty
 *     for none but the server's own
 */
record Cors(List<String> origins) {
  private static final String ANY = "*";

  /** Longer than browsers keep it. */
  private static final String MAX_AGE_SECONDS = "86400";

  Cors {
    origins = List.copyOf(origins);
  }

  /** Marks an answer, whatever it will be. */
  void mark(Context context) {
    if (!origins.isEmpty() && !origins.contains(ANY)) {
      BodyResponse.vary(context, "Origin");
    }
    headers(origin(context)).forEach(context::header);
  }

  private static Optional<String> origin(Context context) {
    return Optional.ofNullable(context.req().getHeader("Origin"));
  }

  /** What lets a page of an origin read an answer; empty where it may not. */
  Map<String, String> headers(Optional<String> origin) {
    Optional<String> allowed =
        origins.contains(ANY) ? Optional.of(ANY) : origin.filter(origins::contains);
    Map<String, String> headers = new LinkedHashMap<>();
    allowed.ifPresent(value -> {
      headers.put("Access-Control-Allow-Origin", value);
      headers.put("Access-Control-Expose-Headers", "ETag, Retry-After");
    });
    return headers;
  }

  /**
   * Lets only some methods through: for any, also those that no one has heard of, where routes
   * would answer 404.
   */
  void require(List<String> methods, Context context) {
    if (answerPreflight(context, methods)) {
      context.skipRemainingHandlers();
    } else {
      MethodNotAllowedException.unlessOneOf(methods, context);
    }
  }

  /**
   * Answers the question that a browser asks before it sends a request that is not simple, such as
   * one with {@code If-None-Match}.
   *
   * @return whether it was one, from an origin that may ask
   */
  private boolean answerPreflight(Context context, List<String> methods) {
    boolean asked =
        context.req().getMethod().equals("OPTIONS")
            && context.req().getHeader("Access-Control-Request-Method") != null
            && !headers(origin(context)).isEmpty();
    if (asked) {
      BodyResponse.sendEmpty(context, 204);
      context.header("Access-Control-Allow-Methods", String.join(", ", methods));
      context.header("Access-Control-Allow-Headers", ANY);
      context.header("Access-Control-Max-Age", MAX_AGE_SECONDS);
    }
    return asked;
  }
}
