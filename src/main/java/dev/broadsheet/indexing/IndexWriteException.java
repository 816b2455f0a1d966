package dev.broadsheet.indexing;

/** The index can't be written. What was published before is as it was. */
public final class IndexWriteException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what was tried, and keeps why it failed. */
  public IndexWriteException(String message, Throwable cause) {
    super(message, cause);
  }
}
