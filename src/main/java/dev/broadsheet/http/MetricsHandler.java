package dev.broadsheet.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;

/** {@code GET /metrics}: what was counted, in the text format of Prometheus. */
final class MetricsHandler implements Handler {
  static final String MEDIA_TYPE = "text/plain;version=0.0.4;charset=utf-8";

  private final Metrics metrics;

  MetricsHandler(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void handle(Context context) {
    BodyResponse.sendOnce(
        context, 200, MEDIA_TYPE, metrics.scrape().getBytes(StandardCharsets.UTF_8));
  }
}
