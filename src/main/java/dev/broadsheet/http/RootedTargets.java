package dev.broadsheet.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses targets without a path from the root (RFC 9112, section 3.2): Jetty would lead who asks
 * for {@code ?q=x} to {@code //?q=x}, which is another host.
 */
final class RootedTargets extends Handler.Wrapper {
  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    if (path != null && path.startsWith("/")) {
      return super.handle(request, response, callback);
    }
    Response.writeError(
        request,
        response,
        callback,
        HttpStatus.BAD_REQUEST_400,
        "the target has no path; expected one that begins with '/'");
    return true;
  }
}
