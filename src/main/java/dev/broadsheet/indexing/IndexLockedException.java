package dev.broadsheet.indexing;

/** Another process is writing to the index. */
public final class IndexLockedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says who holds the lock. */
  public IndexLockedException(String message) {
    super(message);
  }
}
