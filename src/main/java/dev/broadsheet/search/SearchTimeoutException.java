package dev.broadsheet.search;

import java.time.Duration;

/** A request took the engine longer than any may, and was stopped before its end. */
public final class SearchTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Says how long it may take. Without a stack trace: where it was stopped is chance.
   *
   * @param limit how long it may take
   */
  public SearchTimeoutException(Duration limit) {
    super(
        "the search took longer than " + limit.toMillis() + " ms and was stopped",
        null,
        false,
        false);
  }
}
