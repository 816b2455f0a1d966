package dev.broadsheet.lucene;

import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/**
 * What one word, or another unit, of a visitor's query looks for.
 *
 * @param query that matches it, scored
 * @param weight how much it says: its idf
 * @param times how often it was typed
 */
record Clause(Query query, double weight, int times) {
  /** The query, which counts as often as it was typed. */
  Query scored() {
    return times == 1 ? query : new BoostQuery(query, times);
  }

  Clause again() {
    return new Clause(query, weight, times + 1);
  }
}
