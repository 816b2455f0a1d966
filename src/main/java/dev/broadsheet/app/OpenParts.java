package dev.broadsheet.app;

import java.util.ArrayDeque;
import java.util.Deque;

/** Parts that are open, to be closed in reverse order: each may use those before it. */
final class OpenParts implements AutoCloseable {
  private final Deque<Part> parts = new ArrayDeque<>();

  /** What is to be closed. */
  interface Part extends AutoCloseable {
    @Override
    void close();
  }

  void add(Part part) {
    parts.push(part);
  }

  /** All of them, also where one fails. */
  @Override
  public void close() {
    if (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } finally {
        close();
      }
    }
  }
}
