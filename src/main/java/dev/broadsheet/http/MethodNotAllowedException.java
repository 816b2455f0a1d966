package dev.broadsheet.http;

import io.javalin.http.Context;
import java.util.List;

/** There is such a route, and it is not for this method. */
final class MethodNotAllowedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String allow;

  /**
   * Says which methods there are.
   *
   * @param method that was used
   * @param allowed those that can be
   */
  MethodNotAllowedException(String method, List<String> allowed) {
    String allow = String.join(", ", allowed);
    super("the method " + method + " is not for this address; use " + allow);
    this.allow = allow;
  }

  /** As the field {@code Allow} lists them. */
  String allow() {
    return allow;
  }

  /**
   * Lets a request pass whose method is one of some.
   *
   * @throws MethodNotAllowedException where it is not
   */
  static void unlessOneOf(List<String> methods, Context context) {
    String method = context.req().getMethod();
    if (!methods.contains(method)) {
      throw new MethodNotAllowedException(method, methods);
    }
  }
}
