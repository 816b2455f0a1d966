package dev.broadsheet.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts requests by the template of their route, method and status, and problems by their code.
 * What a client makes up, such as a path that is no route's, is counted under one name for all. The
 * labels of a timer are put together when it is first needed, not with each request.
 */
final class RequestMeters {
  private static final String NAME = "http.server.requests";
  private static final String ROUTE = RequestMeters.class.getName();
  private static final String UNKNOWN = "unknown";
  private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "OPTIONS");

  private final MeterRegistry registry;
  private final Route noRoute = new Route(UNKNOWN);
  private final Route unreadable = new Route("unreadable");
  private final Map<String, Counter> problems = new ConcurrentHashMap<>();

  RequestMeters(MeterRegistry registry) {
    this.registry = registry;
    // Those that an operator waits for are there from the beginning, as zero.
    List.of("overloaded", "too-many-requests", "service-unavailable", "internal-server-error")
        .forEach(this::problems);
  }

  /** Remembers which route a request takes. */
  Handler at(String template) {
    var route = new Route(template);
    return context -> context.attribute(ROUTE, route);
  }

  /** Counts a request that was answered. */
  void answered(Context context, float millis) {
    Route known = context.attribute(ROUTE);
    Route route = known == null ? noRoute : known;
    route
        .timer(context.req().getMethod(), context.statusCode())
        .record((long) (millis * 1_000_000), TimeUnit.NANOSECONDS);
  }

  /** Counts one that was refused before a handler saw it. */
  void refused(int status) {
    unreadable.timer(UNKNOWN, status).record(0, TimeUnit.NANOSECONDS);
  }

  /** Counts a problem. */
  void problem(Problem problem) {
    problems(problem.code()).increment();
  }

  private Counter problems(String code) {
    return problems.computeIfAbsent(
        code,
        it ->
            Counter.builder("broadsheet.problems")
                .description("Requests that were answered with a problem, by its code")
                .tag("code", it)
                .register(registry));
  }

  /** The timers of a route. */
  private final class Route {
    private final String template;
    private final Map<Integer, Timer> timers = new ConcurrentHashMap<>();

    Route(String template) {
      this.template = template;
    }

    Timer timer(String method, int status) {
      int known = METHODS.indexOf(method);
      return timers.computeIfAbsent(
          1_000 * known + status,
          _ ->
              Latency.timer(NAME, "Requests, from the first byte read to the answer handed over")
                  .tag("uri", template)
                  .tag("method", known < 0 ? UNKNOWN : method)
                  .tag("status", Integer.toString(status))
                  .register(registry));
    }
  }
}
