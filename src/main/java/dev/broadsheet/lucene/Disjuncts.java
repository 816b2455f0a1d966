package dev.broadsheet.lucene;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;

/**
 * Queries any of which will do, and whose scores are added up.
 *
 * @param core any of which matches, scored
 * @param bonus which score besides where the core matches
 * @param isWithin whether the bonus is known to match nothing that the core does not
 * @param matching the core, not to be scored
 */
record Disjuncts(List<Query> core, List<Query> bonus, boolean isWithin, List<Query> matching) {
  static Disjuncts of(Query query) {
    return of(query, 1);
  }

  /** A query which counts only so much. */
  static Disjuncts of(Query query, float weight) {
    Query scored = weight == 1 ? query : new BoostQuery(query, weight);
    return new Disjuncts(List.of(scored), List.of(), true, List.of(query));
  }

  Disjuncts withBonus(List<Query> other, boolean isWithin) {
    return new Disjuncts(core, other, isWithin, matching);
  }

  /** Matches what any matches; what several match counts more. */
  static Disjuncts any(List<Disjuncts> several) {
    if (several.size() == 1) {
      return several.getFirst();
    }
    List<Disjuncts> flat = several.stream().map(Disjuncts::flat).toList();
    return new Disjuncts(
        flat.stream().flatMap(it -> it.core.stream()).toList(),
        flat.stream().flatMap(it -> it.bonus.stream()).toList(),
        true,
        several.stream().flatMap(it -> it.matching.stream()).toList());
  }

  /** The same, with a bonus that is within. */
  private Disjuncts flat() {
    return isWithin ? this : new Disjuncts(List.of(sum()), List.of(), true, matching);
  }

  /** Matches what any matches, and counts once what several match. */
  static Disjuncts best(List<Disjuncts> several) {
    if (several.size() == 1) {
      return several.getFirst();
    }
    List<Query> each = several.stream().map(Disjuncts::sum).toList();
    return new Disjuncts(
        List.of(new DisjunctionMaxQuery(each, 0)),
        List.of(),
        true,
        several.stream().flatMap(it -> it.matching.stream()).toList());
  }

  /** Any of which matches, and whose scores add up to the whole. */
  Stream<Query> parts() {
    return isWithin ? Stream.concat(core.stream(), bonus.stream()) : Stream.of(sum());
  }

  private Query sum() {
    if (bonus.isEmpty()) {
      return QueryTranslator.any(core);
    }
    var sum = new BooleanQuery.Builder().add(QueryTranslator.any(core), Occur.MUST);
    bonus.forEach(query -> sum.add(query, Occur.SHOULD));
    return sum.build();
  }
}
