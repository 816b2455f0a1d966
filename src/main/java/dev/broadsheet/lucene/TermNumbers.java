package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.CollectionStatistics;
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
  private final NavigableMap<Term, Long> terms = new TreeMap<>();
  private final NavigableMap<String, Long> fields = new TreeMap<>();

  private TermNumbers() {}

  /** The numbers of now for queries. */
  static TermNumbers of(IndexReader reader, Collection<Query> queries) throws IOException {
    var numbers = new TermNumbers();
    for (Map.Entry<Term, OptionalInt> asked : AskedTerms.of(queries).entrySet()) {
      Term term = asked.getKey();
      OptionalInt known = asked.getValue();
      numbers.terms.put(term, (long) (known.isPresent() ? known.getAsInt() : reader.docFreq(term)));
      if (!numbers.fields.containsKey(term.field())) {
        numbers.fields.put(term.field(), (long) reader.getDocCount(term.field()));
      }
    }
    return numbers;
  }

  /**
   * The numbers that {@link #list} listed for the same queries.
   *
   * @throws IllegalArgumentException where they are not as many as these queries need
   */
  static TermNumbers of(List<Long> listed, Collection<Query> queries) {
    NavigableSet<Term> asked = AskedTerms.of(queries).navigableKeySet();
    NavigableSet<String> fields = new TreeSet<>();
    asked.forEach(term -> fields.add(term.field()));
    if (listed.size() != fields.size() + asked.size()) {
      throw new IllegalArgumentException(
          listed.size() + " numbers for " + fields + " and " + asked);
    }
    var numbers = new TermNumbers();
    var next = listed.iterator();
    fields.forEach(field -> numbers.fields.put(field, Math.max(1, next.next())));
    asked.forEach(term ->
        numbers.terms.put(
            term, Math.clamp(next.next(), 0, numbers.fields.getOrDefault(term.field(), 1L))));
    return numbers;
  }

  /** The numbers, in an order that only depends on the queries. */
  List<Long> list() {
    return Stream.concat(fields.values().stream(), terms.values().stream()).toList();
  }

  /** Searches a reader with these numbers instead of its own. */
  TimedSearcher searcher(IndexReader reader) {
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

  /**
   * The terms that bear on the scores of queries, and how many documents have each, as far as the
   * queries know.
   */
  private static final class AskedTerms extends QueryVisitor {
    private final NavigableMap<Term, OptionalInt> terms = new TreeMap<>();

    static NavigableMap<Term, OptionalInt> of(Collection<Query> queries) {
      var asked = new AskedTerms();
      queries.forEach(query -> query.visit(asked));
      return asked.terms;
    }

    @Override
    public void consumeTerms(Query holder, Term... asked) {
      for (Term term : asked) {
        if (holder instanceof TermQuery query && query.getTermStates() != null) {
          terms.put(term, OptionalInt.of(query.getTermStates().docFreq()));
        } else {
          // The bytes may be those of a buffer that is filled anew.
          Term copy = new Term(term.field(), BytesRef.deepCopyOf(term.bytes()));
          terms.putIfAbsent(copy, OptionalInt.empty());
        }
      }
    }

    @Override
    public QueryVisitor getSubVisitor(Occur occur, Query parent) {
      return occur == Occur.MUST || occur == Occur.SHOULD ? this : EMPTY_VISITOR;
    }
  }
}
