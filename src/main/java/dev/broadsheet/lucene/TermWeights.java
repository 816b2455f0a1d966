package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;

/** How much words say, by how rare they are. All is asked of the searcher, as scores are. */
final class TermWeights {
  private static final List<String> FIELDS = List.of(Schema.TEXT, Schema.BODY);

  private final IndexSearcher searcher;

  TermWeights(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** The idf of a word, by the texts in which it is most common. */
  double idf(String word) throws IOException {
    double least = Double.POSITIVE_INFINITY;
    for (String field : FIELDS) {
      CollectionStatistics collection = searcher.collectionStatistics(field);
      if (collection != null) {
        long items = collection.docCount();
        least = Math.min(least, QualitySimilarity.idf(items, itemsWith(new Term(field, word))));
      }
    }
    return least == Double.POSITIVE_INFINITY ? 1 : least;
  }

  /** In how many items a word stands, of those whose texts are searched most. */
  long itemsWith(String word) throws IOException {
    return itemsWith(new Term(Schema.TEXT, word));
  }

  private long itemsWith(Term term) throws IOException {
    TermStates states = TermStates.build(searcher, term, true);
    return states.docFreq() == 0
        ? 0
        : searcher.termStatistics(term, states.docFreq(), states.totalTermFreq()).docFreq();
  }

  /** The idf of some words together. */
  double idf(List<String> words) throws IOException {
    double sum = 0;
    for (String word : words) {
      sum += idf(word);
    }
    return sum;
  }
}
