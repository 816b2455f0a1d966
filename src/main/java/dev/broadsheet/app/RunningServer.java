package dev.broadsheet.app;

import dev.broadsheet.search.IndexStats;

/** A server that answers requests until it is closed. */
public interface RunningServer extends AutoCloseable {
  /** Where it answers, such as {@code http://127.0.0.1:8080}, without a slash at the end. */
  String url();

  /** What its index holds now. */
  IndexStats stats();

  @Override
  void close();
}
