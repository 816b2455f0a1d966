package dev.broadsheet.search;

/** The engine can't answer now, through no fault of the request. */
public final class SearchEngineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what was tried, and keeps why it failed. */
  public SearchEngineException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Says what is wrong. */
  public SearchEngineException(String message) {
    super(message);
  }
}
