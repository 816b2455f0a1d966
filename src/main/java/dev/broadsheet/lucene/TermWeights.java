package dev.broadsheet.lucene;

import dev.broadsheet.words.Relevance;
import dev.broadsheet.words.Weights;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;

/**
 * How much words say, by how rare they are. All is asked of the searcher, as for scores. For one
 * request: each term is looked up once.
 */
final class TermWeights implements Weights {
  private final IndexSearcher searcher;
  private final Map<String, Long> items = new HashMap<>();
  private final Map<Term, TermStates> terms = new HashMap<>();

  TermWeights(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  @Override
  public double idf(String field, String token) throws IOException {
    long all = items(field);
    return all == 0
        ? Double.POSITIVE_INFINITY
        : Relevance.idf(all, itemsWith(new Term(field, token)));
  }

  /** Looks for a term, which is not looked up in the dictionary again. */
  Query query(Term term) throws IOException {
    return new TermQuery(term, states(term));
  }

  @Override
  public int documentsWith(String field, String token) throws IOException {
    return states(new Term(field, token)).docFreq();
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

  /** How many items have a term, as for scores. */
  long itemsWith(Term term) throws IOException {
    TermStates states = states(term);
    return states.docFreq() == 0 ? 0 : statistics(searcher, term, states).docFreq();
  }

  /** The numbers of a term that some document has, as for scores. */
  static TermStatistics statistics(IndexSearcher searcher, Term term, TermStates states)
      throws IOException {
    return searcher.termStatistics(term, states.docFreq(), states.totalTermFreq());
  }
}
