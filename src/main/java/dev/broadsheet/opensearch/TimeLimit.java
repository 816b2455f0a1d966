package dev.broadsheet.opensearch;

import dev.broadsheet.search.SearchTimeoutException;
import java.io.IOException;
import java.time.Duration;

/**
 * How long what is being done may take. It holds for all that the same thread asks of the cluster.
 */
final class TimeLimit {
  private static final ThreadLocal<TimeLimit> CURRENT = new ThreadLocal<>();

  /** What is asked for without a limit may still not hang for ever. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Duration limit;
  private final long end;

  private TimeLimit(Duration limit) {
    this.limit = limit;
    this.end = System.nanoTime() + limit.toNanos();
  }

  /** Does something that may take so long. */
  static <T> T within(Duration limit, Work<T> work) throws IOException {
    CURRENT.set(new TimeLimit(limit));
    try {
      return work.run();
    } finally {
      CURRENT.remove();
    }
  }

  /** How much time is left, in nanoseconds. */
  static long left() {
    TimeLimit current = CURRENT.get();
    if (current == null) {
      return LONGEST.toNanos();
    }
    long left = current.end - System.nanoTime();
    if (left <= 0) {
      throw new SearchTimeoutException(current.limit);
    }
    return left;
  }

  /** The failure of what has taken too long. */
  static RuntimeException exceeded() {
    TimeLimit current = CURRENT.get();
    return new SearchTimeoutException(current == null ? LONGEST : current.limit);
  }

  interface Work<T> {
    T run() throws IOException;
  }
}
