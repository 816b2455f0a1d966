package dev.broadsheet.http;

import dev.broadsheet.analytics.QueryLog;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;

/**
 * {@code POST /clicks?q=}: a visitor who had looked for some words chose a hit. Browsers send it as
 * a beacon, from any site, and wait for no answer. It says nothing of which hit, and none of who.
 */
final class ClickHandler implements Handler {
  static final String PATH = "/clicks";
  static final List<String> METHODS = List.of("POST");
  static final List<String> PARAMETERS = List.of(SearchParameters.QUERY);

  private final QueryLog log;

  ClickHandler(QueryLog log) {
    this.log = log;
  }

  @Override
  public void handle(Context context) {
    var given = new GivenParameters(QueryString.of(context), PARAMETERS);
    given.text(SearchParameters.QUERY).ifPresent(log::clicked);
    BodyResponse.sendEmpty(context, 204);
    context.header("Cache-Control", "no-store");
  }
}
