package dev.broadsheet.http;

import java.time.Duration;

/** A client asks more often than it may. */
final class RateLimitedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Duration wait;

  /**
   * Says how often it may. Without a stack trace: it comes often, and tells of no bug.
   *
   * @param wait until it may again
   */
  RateLimitedException(HttpSettings.Rate rate, Duration wait) {
    super(
        "more requests than one client may send: "
            + rate.perSecond()
            + " a second, and "
            + rate.burst()
            + " at once",
        null,
        false,
        false);
    this.wait = wait;
  }

  /** After how many whole seconds it may again. */
  long retryAfterSeconds() {
    return wait.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
