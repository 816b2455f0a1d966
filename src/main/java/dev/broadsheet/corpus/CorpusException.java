package dev.broadsheet.corpus;

/** The corpus as a whole can't be read. */
public final class CorpusException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what is wrong. */
  public CorpusException(String message) {
    super(message);
  }

  /** Says what was tried, and keeps why it failed. */
  public CorpusException(String message, Throwable cause) {
    super(message, cause);
  }
}
