package dev.broadsheet.app;

import java.time.Duration;

/**
 * Makes one change of many that follow each other closely. Safe for use by many threads that tell,
 * and one that waits.
 */
final class Changes {
  /** What goes on for longer is taken up in pieces, so that it is not waited for in vain. */
  private static final int LONGEST_IN_QUIETS = 50;

  private final long quiet;
  private boolean changed;
  private long first;
  private long last;

  /** Over when nothing was told for so long. */
  Changes(Duration quiet) {
    this.quiet = quiet.toNanos();
  }

  /** Something changed. */
  synchronized void tell() {
    last = System.nanoTime();
    if (!changed) {
      changed = true;
      first = last;
      notifyAll();
    }
  }

  /** Comes back when something changed, and that is over; it then is forgotten. */
  synchronized void await() throws InterruptedException {
    while (!changed) {
      wait();
    }
    for (long left = left(); left > 0; left = left()) {
      // One more, as a wait of no milliseconds would be one without end.
      wait(left / 1_000_000 + 1);
    }
    changed = false;
  }

  private long left() {
    long now = System.nanoTime();
    return Math.min(last + quiet - now, first + LONGEST_IN_QUIETS * quiet - now);
  }
}
