package dev.broadsheet.words;

import java.util.List;
import java.util.stream.Stream;

/**
 * Queries any of which will do, and whose scores are added up.
 *
 * @param core any of which matches, scored
 * @param bonus which score besides, and match nothing that the core does not
 * @param matching the core, not to be scored
 * @param <Q> the engine's queries
 */
public record Disjuncts<Q>(List<Q> core, List<Q> bonus, List<Q> matching) {
  public static <Q> Disjuncts<Q> of(Queries<Q> queries, Q query) {
    return of(queries, query, 1);
  }

  /** A query which counts only so much. */
  public static <Q> Disjuncts<Q> of(Queries<Q> queries, Q query, float weight) {
    Q scored = weight == 1 ? query : queries.times(query, weight);
    return new Disjuncts<>(List.of(scored), List.of(), List.of(query));
  }

  public Disjuncts<Q> withBonus(List<Q> other) {
    return new Disjuncts<>(core, other, matching);
  }

  /** Matches what any matches; what several match counts more. */
  public static <Q> Disjuncts<Q> any(List<Disjuncts<Q>> several) {
    if (several.size() == 1) {
      return several.getFirst();
    }
    return new Disjuncts<>(
        several.stream().flatMap(it -> it.core.stream()).toList(),
        several.stream().flatMap(it -> it.bonus.stream()).toList(),
        several.stream().flatMap(it -> it.matching.stream()).toList());
  }

  /** Matches what any matches, and counts once what several match. */
  public static <Q> Disjuncts<Q> best(Queries<Q> queries, List<Disjuncts<Q>> several) {
    if (several.size() == 1) {
      return several.getFirst();
    }
    List<Q> each = several.stream().map(it -> queries.any(it.parts().toList())).toList();
    return new Disjuncts<>(
        List.of(queries.best(each)),
        List.of(),
        several.stream().flatMap(it -> it.matching.stream()).toList());
  }

  /** Any of which matches, and whose scores add up to the whole. */
  public Stream<Q> parts() {
    return Stream.concat(core.stream(), bonus.stream());
  }
}
