package dev.broadsheet.words;

import java.util.stream.Stream;

/**
 * What one word, or another unit, of a visitor's query looks for. It is kept in parts whose scores
 * are added up, so that the parts of several clauses can stand side by side in one flat query:
 * Lucene skips most in those.
 *
 * @param sought what it looks for, scored or not
 * @param weight how much it says: its idf
 * @param times how often it was typed
 * @param <Q> the engine's queries
 */
public record Clause<Q>(Disjuncts<Q> sought, double weight, int times) {
  /** What it matches, not to be scored. */
  public Q matching(Queries<Q> queries) {
    return queries.any(sought.matching());
  }

  /** Parts any of which matches it, each of which counts as often as it was typed. */
  public Stream<Q> parts(Queries<Q> queries) {
    return sought.scored().map(part -> repeated(queries, part));
  }

  /** The same, for where nothing else is scored. */
  Stream<Q> alone(Queries<Q> queries) {
    return sought.alone().map(part -> repeated(queries, part));
  }

  /** What has to match; see {@link #besides}. */
  public Q core(Queries<Q> queries) {
    return queries.any(sought.cores().map(part -> repeated(queries, part)).toList());
  }

  /** What counts besides where the core matches. */
  public Stream<Q> besides(Queries<Q> queries) {
    return sought.bonuses().map(part -> repeated(queries, part));
  }

  private Q repeated(Queries<Q> queries, Q part) {
    return times == 1 ? part : queries.times(part, times);
  }

  /** The same, typed once more. */
  public Clause<Q> again() {
    return new Clause<>(sought, weight, times + 1);
  }
}
