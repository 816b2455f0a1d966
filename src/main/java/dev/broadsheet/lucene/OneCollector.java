package dev.broadsheet.lucene;

import java.util.Collection;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;

/**
 * Hands out a single collector: a snapshot's searcher searches with one thread, so that one will
 * do.
 */
record OneCollector(Collector collector) implements CollectorManager<Collector, Boolean> {
  @Override
  public Collector newCollector() {
    return collector;
  }

  @Override
  public Boolean reduce(Collection<Collector> collectors) {
    return true;
  }
}
