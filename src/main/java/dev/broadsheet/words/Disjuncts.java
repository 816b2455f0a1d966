package dev.broadsheet.words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Queries any of which will do, and whose scores are added up.
 *
 * @param parts any of which matches
 * @param matching the same, not to be scored
 * @param <Q> the engine's queries
 */
public record Disjuncts<Q>(List<Part<Q>> parts, List<Q> matching) {
  /**
   * One of the queries.
   *
   * @param core what it matches, scored
   * @param bonus what is scored besides, if anything, and matches nothing that the core does not
   * @param alone the same together, for where nothing else is scored
   */
  public record Part<Q>(Q core, List<Q> bonus, List<Q> alone) {
    private static <Q> Part<Q> of(Q query) {
      return new Part<>(query, List.of(), List.of(query));
    }
  }

  public static <Q> Disjuncts<Q> of(Queries<Q> queries, Q query) {
    return of(queries, query, 1);
  }

  /** A query which counts only so much. */
  public static <Q> Disjuncts<Q> of(Queries<Q> queries, Q query, float weight) {
    Q scored = weight == 1 ? query : queries.times(query, weight);
    return new Disjuncts<>(List.of(Part.of(scored)), List.of(query));
  }

  /** The same with the cores of as many others as bonuses, each of which is within its core. */
  public Disjuncts<Q> withBonus(Queries<Q> queries, Disjuncts<Q> others) throws IOException {
    List<Part<Q>> both = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Q core = parts.get(i).core();
      Q bonus = others.parts.get(i).core();
      both.add(new Part<>(core, List.of(bonus), queries.withBonus(core, bonus)));
    }
    return new Disjuncts<>(both, matching);
  }

  /** Matches what any matches; what several match counts more. */
  public static <Q> Disjuncts<Q> any(List<Disjuncts<Q>> several) {
    if (several.size() == 1) {
      return several.getFirst();
    }
    return new Disjuncts<>(
        several.stream().flatMap(it -> it.parts.stream()).toList(),
        several.stream().flatMap(it -> it.matching.stream()).toList());
  }

  /** Matches what any matches, and counts once what several match. */
  public static <Q> Disjuncts<Q> best(Queries<Q> queries, List<Disjuncts<Q>> several) {
    if (several.size() == 1) {
      return several.getFirst();
    }
    List<Q> each = several.stream().map(it -> queries.any(it.scored().toList())).toList();
    return new Disjuncts<>(
        List.of(Part.of(queries.best(each))),
        several.stream().flatMap(it -> it.matching.stream()).toList());
  }

  /** Any of which matches. */
  Stream<Q> cores() {
    return parts.stream().map(Part::core);
  }

  /** What counts besides where one of the cores matches. */
  Stream<Q> bonuses() {
    return parts.stream().flatMap(part -> part.bonus().stream());
  }

  /** Any of which matches, and whose scores add up to the whole. */
  Stream<Q> scored() {
    return Stream.concat(cores(), bonuses());
  }

  /** The same, for where nothing else is scored. */
  Stream<Q> alone() {
    return parts.stream().flatMap(part -> part.alone().stream());
  }
}
