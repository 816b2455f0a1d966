package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * How much words say, by how rare they are. All is asked of the searcher, as for scores. For one
 * request: each term is looked up once.
 */
final class TermWeights {
  private static final List<String> FIELDS = List.of(Schema.TEXT, Schema.BODY);

  private final IndexSearcher searcher;
  private final Map<String, Long> items = new HashMap<>();
  private final Map<Term, TermStates> terms = new HashMap<>();

  TermWeights(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** The idf of a word, by the texts in which it is most common. */
  double idf(String word) throws IOException {
    double least = Double.POSITIVE_INFINITY;
    for (String field : FIELDS) {
      least = Math.min(least, idf(new Term(field, word)));
    }
    return least == Double.POSITIVE_INFINITY ? 1 : least;
  }

  /** The idf of some words together. */
  double idf(List<String> words) throws IOException {
    double sum = 0;
    for (String word : words) {
      sum += idf(word);
    }
    return sum;
  }

  /** The idf of a term; infinite where no item has its field. */
  double idf(Term term) throws IOException {
    long all = items(term.field());
    return all == 0 ? Double.POSITIVE_INFINITY : QualitySimilarity.idf(all, itemsWith(term));
  }

  /** Looks for a term, which is not looked up in the dictionary again. */
  Query query(Term term) throws IOException {
    return new TermQuery(term, states(term));
  }

  /** How many documents have a term, deleted ones included. */
  int documentsWith(Term term) throws IOException {
    return states(term).docFreq();
  }

  /** Where a term is. */
  TermStates states(Term term) throws IOException {
    TermStates known = terms.get(term);
    if (known == null) {
      known = TermStates.build(searcher, term, true);
      terms.put(term, known);
    }
    return known;
  }

  private long items(String field) throws IOException {
    Long count = items.get(field);
    if (count == null) {
      CollectionStatistics collection = searcher.collectionStatistics(field);
      count = collection == null ? 0 : collection.docCount();
      items.put(field, count);
    }
    return count;
  }

  private long itemsWith(Term term) throws IOException {
    TermStates states = states(term);
    return states.docFreq() == 0
        ? 0
        : searcher.termStatistics(term, states.docFreq(), states.totalTermFreq()).docFreq();
  }
}
