package dev.broadsheet.words;

import java.util.List;
import java.util.stream.Stream;

/**
 * Queries any of which will do, and whose scores are added up.
 *
 * @param core any of which matches, scored
 * @param bonus which score besides where the core matches
 * @param isWithin whether the bonus is known to match nothing that the core does not
 * @param matching the core, not to be scored
 * @param <Q> the engine's queries
 */
public record Disjuncts<Q>(List<Q> core, List<Q> bonus, boolean isWithin, List<Q> matching) {
  public static <Q> Disjuncts<Q> of(Queries<Q> queries, Q query) {
    return of(queries, query, 1);
  }

  /** A query which counts only so much. */
  public static <Q> Disjuncts<Q> of(Queries<Q> queries, Q query, float weight) {
    Q scored = weight == 1 ? query : queries.times(query, weight);
    return new Disjuncts<>(List.of(scored), List.of(), true, List.of(query));
  }

  public Disjuncts<Q> withBonus(List<Q> other, boolean isWithin) {
    return new Disjuncts<>(core, other, isWithin, matching);
  }

  /** Matches what any matches; what several match counts more. */
  public static <Q> Disjuncts<Q> any(Queries<Q> queries, List<Disjuncts<Q>> several) {
    if (several.size() == 1) {
      return several.getFirst();
    }
    List<Disjuncts<Q>> flat = several.stream().map(it -> it.flat(queries)).toList();
    return new Disjuncts<>(
        flat.stream().flatMap(it -> it.core.stream()).toList(),
        flat.stream().flatMap(it -> it.bonus.stream()).toList(),
        true,
        several.stream().flatMap(it -> it.matching.stream()).toList());
  }

  /** The same, with a bonus that is within. */
  private Disjuncts<Q> flat(Queries<Q> queries) {
    return isWithin ? this : new Disjuncts<>(List.of(sum(queries)), List.of(), true, matching);
  }

  /** Matches what any matches, and counts once what several match. */
  public static <Q> Disjuncts<Q> best(Queries<Q> queries, List<Disjuncts<Q>> several) {
    if (several.size() == 1) {
      return several.getFirst();
    }
    List<Q> each = several.stream().map(it -> it.sum(queries)).toList();
    return new Disjuncts<>(
        List.of(queries.best(each)),
        List.of(),
        true,
        several.stream().flatMap(it -> it.matching.stream()).toList());
  }

  /** Any of which matches, and whose scores add up to the whole. */
  public Stream<Q> parts(Queries<Q> queries) {
    return isWithin ? Stream.concat(core.stream(), bonus.stream()) : Stream.of(sum(queries));
  }

  private Q sum(Queries<Q> queries) {
    return bonus.isEmpty()
        ? queries.any(core)
        : queries.all(new Queries.Parts<>(List.of(queries.any(core)), bonus, List.of(), List.of()));
  }
}
