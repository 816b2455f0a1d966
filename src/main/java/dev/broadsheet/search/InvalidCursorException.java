package dev.broadsheet.search;

/** A cursor is damaged, or belongs to another request. The message is for who sent it. */
public final class InvalidCursorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what is wrong. */
  public InvalidCursorException(String message) {
    super(message);
  }
}
