package dev.broadsheet.lucene;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * A visitor's query in its parts, to be put together strictly or relaxed.
 *
 * @param required what was asked for in so many words: phrases, words of one field, beginnings
 * @param words of which a relaxed search may miss some; each is there once
 * @param near words near each other, which count besides
 * @param excluded what must not match
 * @param isEmpty whether nothing was asked for but to exclude
 */
record Clauses(
    List<Clause> required,
    List<Clause> words,
    List<Query> near,
    List<Query> excluded,
    boolean isEmpty) {
  Clauses {
    required = List.copyOf(required);
    words = List.copyOf(words);
    near = List.copyOf(near);
    excluded = List.copyOf(excluded);
  }

  /** Matches what has all of it. */
  Query all() {
    var query = new BooleanQuery.Builder();
    List<Clause> clauses = clauses().toList();
    if (clauses.isEmpty()) {
      query.add(nothing(), Occur.MUST);
    } else if (clauses.size() == 1 && near.isEmpty()) {
      clauses.getFirst().parts().forEach(part -> query.add(part, Occur.SHOULD));
    } else {
      clauses.forEach(clause -> clause.addTo(query));
    }
    near.forEach(pair -> query.add(pair, Occur.SHOULD));
    excluded.forEach(term -> query.add(term, Occur.MUST_NOT));
    return query.build();
  }

  /** Matches the same, not to be scored. */
  Query allMatching() {
    var query = new BooleanQuery.Builder();
    if (clauses().findAny().isEmpty()) {
      query.add(nothing(), Occur.FILTER);
    }
    clauses().forEach(clause -> query.add(clause.matching(), Occur.FILTER));
    excluded.forEach(term -> query.add(term, Occur.MUST_NOT));
    return query.build();
  }

  /** What there is where no word was typed, or none that could be found. */
  private Query nothing() {
    return isEmpty ? QueryTranslator.items() : MatchNoDocsQuery.INSTANCE;
  }

  private Stream<Clause> clauses() {
    return Stream.concat(required.stream(), words.stream());
  }

  /** Whether there is a word to be missed, and another that is not. */
  boolean canRelax() {
    return words.size() > 1;
  }

  /** Scores how much of the words is covered, by their weights. */
  Query coverage() {
    var query = new BooleanQuery.Builder();
    for (Clause word : words) {
      query.add(
          new BoostQuery(new ConstantScoreQuery(word.matching()), (float) word.weight()),
          Occur.SHOULD);
    }
    return query.build();
  }

  /** Matches what has all that is required and some word, scored by how much is covered. */
  Query covered() {
    var query = new BooleanQuery.Builder().add(coverage(), Occur.MUST);
    required.forEach(clause -> query.add(clause.matching(), Occur.FILTER));
    excluded.forEach(term -> query.add(term, Occur.MUST_NOT));
    return query.build();
  }

  /**
   * Matches what has all that is required and enough of the words.
   *
   * @param enough matches what covers enough of the words, which is some of them
   * @param besides what counts besides
   */
  Query some(CoverageQuery enough, List<Query> besides) {
    Stream<Query> typed = Stream.concat(words.stream().flatMap(Clause::parts), near.stream());
    var query = new BooleanQuery.Builder();
    query.add(
        new CandidatesQuery(enough, Stream.concat(typed, besides.stream()).toList()), Occur.MUST);
    required.forEach(clause -> clause.addTo(query));
    excluded.forEach(term -> query.add(term, Occur.MUST_NOT));
    return query.build();
  }

  /** Matches the same as {@link #some}, not to be scored. */
  Query someMatching(CoverageQuery enough) {
    var query = new BooleanQuery.Builder().add(enough, Occur.FILTER);
    required.forEach(clause -> query.add(clause.matching(), Occur.FILTER));
    excluded.forEach(term -> query.add(term, Occur.MUST_NOT));
    return query.build();
  }

  /** How much all words together say. */
  double weight() {
    return words.stream().mapToDouble(word -> word.weight() * word.times()).sum();
  }
}
