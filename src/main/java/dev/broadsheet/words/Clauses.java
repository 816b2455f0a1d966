package dev.broadsheet.words;

import dev.broadsheet.words.Queries.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A visitor's query in its parts, to be put together strictly or relaxed.
 *
 * @param required what was asked for in so many words: phrases, words of one field, beginnings
 * @param words of which a relaxed search may miss some; each is there once
 * @param near words near each other, which count besides
 * @param excluded what must not match
 * @param isEmpty whether nothing was asked for but to exclude
 * @param <Q> the engine's queries
 */
public record Clauses<Q>(
    List<Clause<Q>> required,
    List<Clause<Q>> words,
    List<Q> near,
    List<Q> excluded,
    boolean isEmpty) {
  /** Copies the lists. */
  public Clauses {
    required = List.copyOf(required);
    words = List.copyOf(words);
    near = List.copyOf(near);
    excluded = List.copyOf(excluded);
  }

  /** Matches what has all of it. */
  public Q all(Queries<Q> queries) {
    return all(queries, List.of());
  }

  /**
   * The same, with what is known to match.
   *
   * @param matching matches the same, not to be scored
   */
  public Q all(Queries<Q> queries, Q matching) {
    return all(queries, List.of(matching));
  }

  private Q all(Queries<Q> queries, List<Q> filters) {
    List<Clause<Q>> clauses = clauses().toList();
    List<Q> must = new ArrayList<>();
    List<Q> may = new ArrayList<>();
    if (clauses.isEmpty()) {
      must.add(nothing(queries));
    } else if (clauses.size() == 1 && near.isEmpty()) {
      clauses.getFirst().alone(queries).forEach(may::add);
    } else {
      add(queries, clauses, must, may);
    }
    may.addAll(near);
    return queries.all(new Parts<>(must, may, filters, excluded));
  }

  private static <Q> void add(
      Queries<Q> queries, List<Clause<Q>> clauses, List<Q> must, List<Q> may) {
    for (Clause<Q> clause : clauses) {
      must.add(clause.core(queries));
      clause.besides(queries).forEach(may::add);
    }
  }

  /** Matches the same, not to be scored. */
  public Q allMatching(Queries<Q> queries) {
    List<Q> filters = new ArrayList<>();
    if (clauses().findAny().isEmpty()) {
      filters.add(nothing(queries));
    }
    clauses().forEach(clause -> filters.add(clause.matching(queries)));
    return queries.all(new Parts<>(List.of(), List.of(), filters, excluded));
  }

  /** What there is where no word was typed, or none that could be found. */
  private Q nothing(Queries<Q> queries) {
    return isEmpty ? queries.items() : queries.nothing();
  }

  private Stream<Clause<Q>> clauses() {
    return Stream.concat(required.stream(), words.stream());
  }

  /** Whether there is a word to be missed, and another that is not. */
  public boolean canRelax() {
    return words.size() > 1;
  }

  /** Scores how much of the words is covered, by their weights. */
  public Q coverage(Queries<Q> queries) {
    List<Q> covered = new ArrayList<>();
    for (Clause<Q> word : words) {
      covered.add(queries.times(queries.alike(word.matching(queries)), (float) word.weight()));
    }
    return queries.all(new Parts<>(List.of(), covered, List.of(), List.of()));
  }

  /** Matches what has all that is required and some word, scored by how much is covered. */
  public Q covered(Queries<Q> queries) {
    return queries.all(
        new Parts<>(List.of(coverage(queries)), List.of(), requiredMatching(queries), excluded));
  }

  /**
   * Matches what has all that is required and enough of the words.
   *
   * @param enough matches what covers enough of the words, which is some of them
   * @param besides what counts besides
   */
  public Q some(Queries<Q> queries, Q enough, List<Q> besides) {
    Stream<Q> typed =
        Stream.concat(words.stream().flatMap(word -> word.parts(queries)), near.stream());
    List<Q> must = new ArrayList<>();
    List<Q> may = new ArrayList<>();
    must.add(queries.among(enough, typed.toList(), besides));
    add(queries, required, must, may);
    return queries.all(new Parts<>(must, may, List.of(), excluded));
  }

  /** Matches the same as {@link #some}, not to be scored. */
  public Q someMatching(Queries<Q> queries, Q enough) {
    List<Q> filters = new ArrayList<>(List.of(enough));
    filters.addAll(requiredMatching(queries));
    return queries.all(new Parts<>(List.of(), List.of(), filters, excluded));
  }

  private List<Q> requiredMatching(Queries<Q> queries) {
    return required.stream().map(clause -> clause.matching(queries)).toList();
  }

  /** How much all words together say. */
  public double weight() {
    return words.stream().mapToDouble(word -> word.weight() * word.times()).sum();
  }
}
