package dev.broadsheet.http;

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
}
