package dev.broadsheet.lucene;

import java.util.List;
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
    required.forEach(clause -> query.add(clause.scored(), Occur.MUST));
    words.forEach(clause -> query.add(clause.scored(), Occur.MUST));
    if (required.isEmpty() && words.isEmpty()) {
      query.add(isEmpty ? QueryTranslator.items() : MatchNoDocsQuery.INSTANCE, Occur.MUST);
    }
    near.forEach(pair -> query.add(pair, Occur.SHOULD));
    excluded.forEach(term -> query.add(term, Occur.MUST_NOT));
    return query.build();
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
          new BoostQuery(new ConstantScoreQuery(word.query()), (float) word.weight()),
          Occur.SHOULD);
    }
    return query.build();
  }

  /** Matches what has all that is required and some word, scored by how much is covered. */
  Query covered() {
    var query = new BooleanQuery.Builder().add(coverage(), Occur.MUST);
    required.forEach(clause -> query.add(clause.query(), Occur.FILTER));
    excluded.forEach(term -> query.add(term, Occur.MUST_NOT));
    return query.build();
  }

  /**
   * Matches what has all that is required and enough of the words.
   *
   * @param least how much has to be covered
   * @param besides what counts besides
   */
  Query some(float least, List<Query> besides) {
    var query = new BooleanQuery.Builder();
    query.add(new CoverageQuery(coverage(), least), Occur.FILTER);
    required.forEach(clause -> query.add(clause.scored(), Occur.MUST));
    words.forEach(clause -> query.add(clause.scored(), Occur.SHOULD));
    near.forEach(pair -> query.add(pair, Occur.SHOULD));
    besides.forEach(other -> query.add(other, Occur.SHOULD));
    excluded.forEach(term -> query.add(term, Occur.MUST_NOT));
    return query.build();
  }

  /** How much all words together say. */
  double weight() {
    return words.stream().mapToDouble(word -> word.weight() * word.times()).sum();
  }
}
