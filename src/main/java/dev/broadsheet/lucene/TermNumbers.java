package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.BytesRef;

/**
 * What scoring asks of the index besides the document: how many documents have a term, and how many
 * have a field. With the numbers of another time a document scores as it did at that time, whatever
 * has been added or deleted since. {@link QualitySimilarity} takes no others into account.
 */
final class TermNumbers {
  private final Map<Term, Long> terms;
  private final Map<String, Long> fields;

  private TermNumbers(Map<Term, Long> terms, Map<String, Long> fields) {
    this.terms = terms;
    this.fields = fields;
  }

  /** The numbers of now for queries. */
  static TermNumbers of(IndexReader reader, Collection<Query> queries) throws IOException {
    var asked = new AskedTerms(queries);
    Map<Term, Long> terms = new HashMap<>();
    for (Term term : asked.terms) {
      Integer known = asked.documents.get(term);
      terms.put(term, (long) (known == null ? reader.docFreq(term) : known));
    }
    Map<String, Long> fields = new HashMap<>();
    for (String field : fields(asked.terms)) {
      fields.put(field, (long) reader.getDocCount(field));
    }
    return new TermNumbers(terms, fields);
  }

  /**
   * The numbers that {@link #list} listed for the same queries.
   *
   * @throws IllegalArgumentException where they are not as many as these queries need
   */
  static TermNumbers of(List<Long> listed, Collection<Query> queries) {
    NavigableSet<Term> asked = new AskedTerms(queries).terms;
    NavigableSet<String> fields = fields(asked);
    if (listed.size() != fields.size() + asked.size()) {
      throw new IllegalArgumentException(
          listed.size() + " numbers for " + fields + " and " + asked);
    }
    var numbers = new TermNumbers(new HashMap<>(), new HashMap<>());
    var next = listed.iterator();
    fields.forEach(field -> numbers.fields.put(field, Math.max(1, next.next())));
    asked.forEach(term ->
        numbers.terms.put(
            term, Math.clamp(next.next(), 0, numbers.fields.getOrDefault(term.field(), 1L))));
    return numbers;
  }

  /** The numbers, in an order that only depends on the queries. */
  List<Long> list() {
    List<Long> list = new ArrayList<>();
    NavigableSet<Term> asked = new TreeSet<>(terms.keySet());
    fields(asked).forEach(field -> list.add(fields.getOrDefault(field, 0L)));
    asked.forEach(term -> list.add(terms.getOrDefault(term, 0L)));
    return list;
  }

  /** Searches a reader with these numbers instead of its own. */
  IndexSearcher searcher(IndexReader reader) {
    return new TimedSearcher(reader) {
      @Override
      public CollectionStatistics collectionStatistics(String field) throws IOException {
        Long documents = fields.get(field);
        return documents == null
            ? super.collectionStatistics(field)
            : new CollectionStatistics(field, documents, documents, documents, documents);
      }

      @Override
      public TermStatistics termStatistics(Term term, int documents, long occurrences)
          throws IOException {
        Long had = terms.get(term);
        if (had == null) {
          return super.termStatistics(term, documents, occurrences);
        }
        // Of a term that no document had, none that has stayed the same has it now.
        long number = Math.max(1, had);
        return new TermStatistics(term.bytes(), number, number);
      }
    };
  }

  private static NavigableSet<String> fields(Collection<Term> terms) {
    NavigableSet<String> fields = new TreeSet<>();
    terms.forEach(term -> fields.add(term.field()));
    return fields;
  }

  /** The terms that bear on the scores of queries. */
  private static final class AskedTerms extends QueryVisitor {
    final NavigableSet<Term> terms = new TreeSet<>();

    /** How many documents have a term, as far as the queries know. */
    final Map<Term, Integer> documents = new HashMap<>();

    AskedTerms(Collection<Query> queries) {
      queries.forEach(query -> query.visit(this));
    }

    @Override
    public void consumeTerms(Query holder, Term... asked) {
      for (Term term : asked) {
        // The bytes may be those of a buffer that is filled anew.
        Term copy = new Term(term.field(), BytesRef.deepCopyOf(term.bytes()));
        terms.add(copy);
        if (holder instanceof TermQuery query && query.getTermStates() != null) {
          documents.put(copy, query.getTermStates().docFreq());
        }
      }
    }

    @Override
    public QueryVisitor getSubVisitor(Occur occur, Query parent) {
      return occur == Occur.MUST || occur == Occur.SHOULD ? this : EMPTY_VISITOR;
    }
  }
}
