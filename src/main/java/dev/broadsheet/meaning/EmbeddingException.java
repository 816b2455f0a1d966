package dev.broadsheet.meaning;

/** The model can't be loaded, or fails. */
public final class EmbeddingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With what is wrong. */
  public EmbeddingException(String message) {
    super(message);
  }

  /** With what is wrong, and why. */
  public EmbeddingException(String message, Throwable cause) {
    super(message, cause);
  }
}
