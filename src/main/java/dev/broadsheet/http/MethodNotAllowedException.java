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
   * @param allow those that can be, separated by commas
   */
  MethodNotAllowedException(String method, String allow) {
    super("the method " + method + " is not for this address; use " + allow);
    this.allow = allow;
  }

  String allow() {
    return allow;
  }

  /**
   * Lets a request pass whose method is one of some.
   *
   * @param methods with a comma and a space between them, as {@code Allow} lists them
   * @throws MethodNotAllowedException where it is not
   */
  static void unlessOneOf(String methods, Context context) {
    String method = context.req().getMethod();
    if (!List.of(methods.split(", ", -1)).contains(method)) {
      throw new MethodNotAllowedException(method, methods);
    }
  }
}
