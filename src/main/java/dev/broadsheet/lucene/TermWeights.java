package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;

/** How much words say, by how rare they are. All is asked of the searcher, as for scores. */
final class TermWeights {
  private static final List<String> FIELDS = List.of(Schema.TEXT, Schema.BODY);

  private final IndexSearcher searcher;
  private final Map<String, Long> items = new HashMap<>();
  private final Map<Term, Double> known = new HashMap<>();

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
    Double idf = known.get(term);
    if (idf == null) {
      long all = items(term.field());
      idf = all == 0 ? Double.POSITIVE_INFINITY : QualitySimilarity.idf(all, itemsWith(term));
      known.put(term, idf);
    }
    return idf;
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
    TermStates states = TermStates.build(searcher, term, true);
    return states.docFreq() == 0
        ? 0
        : searcher.termStatistics(term, states.docFreq(), states.totalTermFreq()).docFreq();
  }
}
