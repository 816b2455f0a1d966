package dev.broadsheet.opensearch;

import java.util.concurrent.atomic.AtomicInteger;

/** A snapshot that is open as long as somebody uses it; then it is closed by the last. */
final class Lent {
  private final Snapshot snapshot;
  private final AtomicInteger users = new AtomicInteger(1);

  Lent(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  boolean tryAcquire() {
    return users.getAndUpdate(number -> number == 0 ? 0 : number + 1) > 0;
  }

  void release() {
    if (users.decrementAndGet() == 0) {
      snapshot.close();
    }
  }
}
