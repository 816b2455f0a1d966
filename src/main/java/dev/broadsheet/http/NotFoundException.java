package dev.broadsheet.http;

/** The path has the form of a route, and names nothing that there is. */
final class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what there is not. */
  NotFoundException(String message) {
    super(message);
  }
}
