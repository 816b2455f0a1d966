package dev.broadsheet.bench;

import java.io.IOException;

/** Asks the queries of a list, for one thread. */
interface Caller extends AutoCloseable {
  /** What {@link #call} returns for a whole answer. */
  int OK = 200;

  /** What it returns where the connection broke. */
  int NO_ANSWER = 0;

  /**
   * Asks, and waits for the whole answer.
   *
   * @param query its number in the list
   * @return an HTTP status
   */
  int call(int query) throws IOException;

  @Override
  default void close() throws IOException {}
}
