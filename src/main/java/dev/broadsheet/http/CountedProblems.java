package dev.broadsheet.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Counts what is refused before a handler sees it. */
final class CountedProblems implements Request.Handler {
  private final Request.Handler problems;
  private final RequestMeters meters;

  CountedProblems(Request.Handler problems, RequestMeters meters) {
    this.problems = problems;
    this.meters = meters;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    boolean handled = problems.handle(request, response, callback);
    meters.refused(response.getStatus());
    return handled;
  }
}
