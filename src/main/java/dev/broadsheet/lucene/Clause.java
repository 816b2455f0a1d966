package dev.broadsheet.lucene;

import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/**
 * What one word, or another unit, of a visitor's query looks for. It is kept in parts whose scores
 * are added up, so that the parts of several clauses can stand side by side in one flat query:
 * Lucene skips most in those.
 *
 * @param sought what it looks for, scored or not
 * @param weight how much it says: its idf
 * @param times how often it was typed
 */
record Clause(Disjuncts sought, double weight, int times) {
  /** What it matches, not to be scored. */
  Query matching() {
    return QueryTranslator.any(sought.matching());
  }

  /** Parts any of which matches it, each of which counts as often as it was typed. */
  Stream<Query> parts() {
    return sought.parts().map(this::repeated);
  }

  /** Adds the clause to a query which it has to match. */
  void addTo(BooleanQuery.Builder query) {
    query.add(QueryTranslator.any(sought.core().stream().map(this::repeated).toList()), Occur.MUST);
    sought.bonus().forEach(part -> query.add(repeated(part), Occur.SHOULD));
  }

  private Query repeated(Query part) {
    return times == 1 ? part : new BoostQuery(part, times);
  }

  Clause again() {
    return new Clause(sought, weight, times + 1);
  }
}
