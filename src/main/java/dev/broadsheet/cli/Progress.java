package dev.broadsheet.cli;

import dev.broadsheet.indexing.ReindexProgress;

/** Shows how far long work is, until it is closed. */
interface Progress extends ReindexProgress, AutoCloseable {
  @Override
  void close();
}
