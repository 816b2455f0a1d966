package dev.broadsheet.http;

import dev.broadsheet.analytics.QueryLog;
import io.javalin.config.JavalinConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * What is there only where an operator wants it: reindexes from afar, counts of what is looked for.
 */
final class OperatorRoutes {
  private final JavalinConfig config;
  private final RequestMeters meters;
  private final List<String> names = new ArrayList<>();

  private OperatorRoutes(JavalinConfig config, RequestMeters meters) {
    this.config = config;
    this.meters = meters;
  }

  /** Adds them, and tells their names. */
  static List<String> add(JavalinConfig config, Operation operation, Cors cors, ClientLimit limit) {
    var routes = new OperatorRoutes(config, operation.metrics().requests());
    operation.admin().ifPresent(routes::addReindexes);
    operation
        .queries()
        .ifPresent(log -> {
          routes.addClicks(log, cors, limit);
          operation.token().ifPresent(token -> routes.addQueries(log, token));
        });
    return routes.names;
  }

  private void addReindexes(Operation.Admin admin) {
    config.routes.before(AdminRoutes.PATH, meters.at(AdminRoutes.PATH));
    AdminRoutes.add(config, admin);
    names.addAll(AdminRoutes.NAMES);
  }

  private void addClicks(QueryLog log, Cors cors, ClientLimit limit) {
    config.routes.before(ClickHandler.PATH, meters.at(ClickHandler.PATH));
    config.routes.before(ClickHandler.PATH, context -> cors.require(ClickHandler.METHODS, context));
    config.routes.before(ClickHandler.PATH, limit::take);
    config.routes.post(ClickHandler.PATH, new ClickHandler(log));
    names.add(String.join(", ", ClickHandler.METHODS) + " " + ClickHandler.PATH);
  }

  private void addQueries(QueryLog log, String token) {
    config.routes.before(QueriesHandler.PATH, meters.at(QueriesHandler.PATH));
    QueriesHandler.add(config, token, log);
    names.add("GET " + QueriesHandler.PATH);
  }
}
