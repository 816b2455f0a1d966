package dev.broadsheet.http;

/** There is more to do than can be done in time: this request is turned away, others go on. */
final class OverloadedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what was full. Without a stack trace: it comes often, and tells of no bug. */
  OverloadedException(String message) {
    super(message, null, false, false);
  }
}
