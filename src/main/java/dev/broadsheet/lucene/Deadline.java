package dev.broadsheet.lucene;

import dev.broadsheet.search.SearchTimeoutException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When an answer has to be there. It belongs to the thread that answers, so that loops deep down
 * can look at it without having been handed it: an answer that nobody waits for any more is given
 * up at the next look.
 *
 * @param nanoTime of the JVM's clock
 * @param limit how long it was until then
 */
record Deadline(long nanoTime, Duration limit) {
  private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

  /**
   * Answers within some time.
   *
   * @throws SearchTimeoutException where the answer looks at the clock, and it is too late
   */
  static <T> T within(Duration limit, Work<T> work) throws IOException {
    var deadline = new Deadline(System.nanoTime() + limit.toNanos(), limit);
    return ScopedValue.where(CURRENT, deadline).call(work::run);
  }

  /**
   * The deadline of what this thread does; null where it has all the time. To be asked for once
   * before a loop that looks often.
   */
  static @Nullable Deadline current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /**
   * Looks at the clock.
   *
   * @throws SearchTimeoutException where it is too late
   */
  static void check() {
    Deadline deadline = current();
    if (deadline != null) {
      deadline.look();
    }
  }

  /**
   * Looks at the clock, and says what time it is.
   *
   * @throws SearchTimeoutException where it is too late
   */
  long look() {
    long now = System.nanoTime();
    if (now - nanoTime > 0) {
      throw new SearchTimeoutException(limit);
    }
    return now;
  }

  /** What is done. */
  interface Work<T> {
    T run() throws IOException;
  }
}
