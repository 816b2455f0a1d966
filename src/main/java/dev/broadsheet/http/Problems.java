package dev.broadsheet.http;

import dev.broadsheet.search.SearchEngineException;
import dev.broadsheet.search.SearchTimeoutException;
import io.javalin.http.HttpResponseException;
import io.javalin.router.EndpointNotFound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one table from what is thrown to what is answered, and the one place that logs it. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final List<String> routes;

  /**
   * For a set of routes.
   *
   * @param routes what can be asked for, told to who asks for something else
   */
  Problems(List<String> routes) {
    this.routes = List.copyOf(routes);
  }

  Problem of(Throwable thrown) {
    return switch (thrown) {
      case InvalidParameterException invalid -> of(invalid);
      case MethodNotAllowedException method ->
          Problem.ofStatus(405, String.valueOf(method.getMessage()))
              .withHeader("Allow", method.allow());
      case ProblemException known -> of(known);
      case NotFoundException nothing -> Problem.ofStatus(404, String.valueOf(nothing.getMessage()));
      case EndpointNotFound _ ->
          Problem.ofStatus(404, "there is nothing here; there is " + String.join(", ", routes));
      case SearchEngineException engine -> of(engine);
      case OverloadedException tooMuch -> Problem.overloaded(String.valueOf(tooMuch.getMessage()));
      case RateLimitedException tooOften ->
          Problem.ofStatus(429, String.valueOf(tooOften.getMessage()))
              .withHeader("Retry-After", Long.toString(tooOften.retryAfterSeconds()));
      case SearchTimeoutException late ->
          Problem.timedOut(
              late.getMessage()
                  + "; ask for less: fewer words, longer beginnings of words, filters");
      case HttpResponseException response when response.getStatus() < 500 ->
          Problem.ofStatus(response.getStatus(), String.valueOf(response.getMessage()));
      default -> {
        LOG.error("A request failed through a bug", thrown);
        yield Problem.internal();
      }
    };
  }

  private static Problem of(ProblemException known) {
    if (known.getCause() != null) {
      LOG.warn(known.getMessage(), known.getCause());
    }
    return known.problem();
  }

  private static Problem of(InvalidParameterException invalid) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("parameter", invalid.parameter());
    invalid.value().ifPresent(value -> members.put("value", value));
    members.put("expected", invalid.expected());
    return new Problem(
        400,
        invalid.code().label(),
        invalid.code().title(),
        String.valueOf(invalid.getMessage()),
        members,
        Map.of());
  }

  private static Problem of(SearchEngineException engine) {
    LOG.warn("The engine could not answer", engine);
    return Problem.unavailable("the search can't answer at the moment; try again soon");
  }
}
