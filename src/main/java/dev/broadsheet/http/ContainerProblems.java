package dev.broadsheet.http;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what Jetty refuses before a handler sees it, such as a malformed request line or headers
 * that are too long, in the same form as all other problems.
 */
final class ContainerProblems implements Request.Handler {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerProblems.class);

  private final Cors cors;

  /**
   * Problems of a server.
   *
   * @param cors who may read them
   */
  ContainerProblems(Cors cors) {
    this.cors = cors;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Problem problem = problem(request, response.getStatus());
    response.setStatus(problem.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    SafetyHeaders.ALL.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    cors.headers(Optional.ofNullable(request.getHeaders().get(HttpHeader.ORIGIN)))
        .forEach(response.getHeaders()::put);
    problem.headers().forEach(response.getHeaders()::put);
    byte[] body = problem.body(path(request));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private static Problem problem(Request request, int responseStatus) {
    Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
    Object message = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
    int status = responseStatus;
    if (cause instanceof HttpException http) {
      status = http.getCode();
      message = http.getReason();
    }
    if (status == 500) {
      LOG.error("A request failed through a bug", cause instanceof Throwable bug ? bug : null);
      return Problem.internal();
    }
    if (status == 501 || status == 505) {
      // A version or coding of HTTP that nobody speaks: the request is wrong, not the server.
      status = 400;
    }
    if (status == 503) {
      return Problem.unavailable("the server is stopping or overloaded; try again soon");
    }
    return Problem.ofStatus(
        status, message == null ? "the request can't be read" : message.toString());
  }

  /** Empty where the request line could not be read. */
  private static String path(Request request) {
    return Optional.ofNullable(request.getHttpURI())
        .map(uri -> Optional.ofNullable(uri.getPath()).orElse(""))
        .orElse("");
  }
}
