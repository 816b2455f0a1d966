package dev.broadsheet.http;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes note of each request when it is answered: in the metrics and, at debug, as a line of the
 * log. What was asked for, the query, is in neither.
 */
final class RequestLog implements RequestLogger {
  private static final Logger LOG = LoggerFactory.getLogger("dev.broadsheet.requests");

  private final RequestMeters meters;

  RequestLog(RequestMeters meters) {
    this.meters = meters;
  }

  @Override
  public void handle(Context context, Float millis) {
    meters.answered(context, millis);
    if (LOG.isDebugEnabled()) {
      String method = context.req().getMethod();
      String path = context.req().getRequestURI();
      int status = context.statusCode();
      String took = String.format(Locale.ROOT, "%.1f", millis);
      LOG.atDebug()
          .addKeyValue("method", method)
          .addKeyValue("path", path)
          .addKeyValue("status", status)
          .addKeyValue("ms", took)
          .log("{} {} {} in {} ms", method, path, status, took);
    }
  }
}
