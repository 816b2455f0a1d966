package dev.broadsheet.http;

import dev.broadsheet.analytics.QueryCount;
import dev.broadsheet.analytics.QueryLog;
import dev.broadsheet.analytics.QueryReport;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;

/**
 * {@code GET /admin/queries}: what visitors looked for in the last days, for who shows the token.
 */
final class QueriesHandler implements Handler {
  static final String PATH = "/admin/queries";
  static final String DAYS = "days";
  private static final List<String> METHODS = List.of("GET", "HEAD");
  static final List<String> PARAMETERS = List.of(DAYS, SearchParameters.SIZE);
  static final int DEFAULT_DAYS = 7;
  static final int MAX_SIZE = 1_000;
  static final int DEFAULT_SIZE = 50;

  private final QueryLog log;

  QueriesHandler(QueryLog log) {
    this.log = log;
  }

  static void add(JavalinConfig config, String token, QueryLog log) {
    var shown = new AdminToken(token);
    config.routes.before(
        PATH, context -> shown.require(BodyResponse.field(context, "Authorization")));
    config.routes.before(PATH, context -> MethodNotAllowedException.unlessOneOf(METHODS, context));
    var handler = new QueriesHandler(log);
    config.routes.get(PATH, handler);
    config.routes.head(PATH, handler);
  }

  @Override
  public void handle(Context context) throws IOException {
    var given = new GivenParameters(QueryString.of(context), PARAMETERS);
    QueryReport report =
        log.report(
            given.whole(DAYS, 1, QueryLog.DAYS).orElse(DEFAULT_DAYS),
            given.whole(SearchParameters.SIZE, 0, MAX_SIZE).orElse(DEFAULT_SIZE));
    byte[] body = JsonText.bytes(json -> write(json, report));
    BodyResponse.sendOnce(context, 200, JsonText.MEDIA_TYPE, body);
  }

  private static void write(JsonWriter json, QueryReport report) {
    json.startObject();
    json.property("from", report.from().toString());
    json.property("to", report.to().toString());
    counts(json, report.total());
    list(json, "top", report.top());
    list(json, "missed", report.missed());
    json.endObject();
  }

  private static void list(JsonWriter json, String name, List<QueryCount> counts) {
    json.name(name);
    json.startArray();
    for (QueryCount count : counts) {
      json.startObject();
      json.property(SearchParameters.QUERY, count.words());
      counts(json, count);
      json.endObject();
    }
    json.endArray();
  }

  private static void counts(JsonWriter json, QueryCount count) {
    json.property("searches", count.searches());
    json.property("withoutHits", count.withoutHits());
    json.property("clicks", count.clicks());
  }
}
