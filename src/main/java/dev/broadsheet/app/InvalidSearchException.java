package dev.broadsheet.app;

/** A search has a parameter that can't be taken. The message is for the person who gave it. */
public final class InvalidSearchException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what the cause says: what is wrong and what was expected. */
  public InvalidSearchException(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}
