package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Matches the same as another query. One request asks for it several times: how many there are, the
 * best of them, and what else there is; so the documents are remembered for as long as the query is
 * used, where they are few. For use by one thread.
 */
final class FewQuery extends Query {
  private final Query matching;
  private final int limit;
  private @Nullable Found found;

  /** What a state of the index has: documents, or the query itself, where they are many. */
  private record Found(IndexReader reader, Query query) {}

  /**
   * A query.
   *
   * @param limit so many documents, and more, are not remembered
   */
  FewQuery(Query matching, int limit) {
    this.matching = matching;
    this.limit = limit;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Found known = found;
    if (known == null || !known.reader.equals(searcher.getIndexReader())) {
      known = new Found(searcher.getIndexReader(), find(searcher));
      found = known;
    }
    return known.query.createWeight(searcher, mode, boost);
  }

  private Query find(IndexSearcher searcher) throws IOException {
    Query alike = searcher.rewrite(new ConstantScoreQuery(matching));
    var few = new Few(limit);
    searcher.search(alike, new OneCollector(few));
    return few.size < limit ? new DocumentsQuery(Arrays.copyOf(few.documents, few.size)) : alike;
  }

  /** Gathers documents up to a limit. */
  private static final class Few extends SimpleCollector {
    private final int[] documents;
    private int size;
    private int base;

    Few(int limit) {
      documents = new int[limit];
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
      base = context.docBase;
      stopAtLimit();
    }

    @Override
    public void collect(int document) {
      stopAtLimit();
      documents[size++] = base + document;
    }

    private void stopAtLimit() {
      if (size == documents.length) {
        throw new CollectionTerminatedException();
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    matching.visit(visitor.getSubVisitor(Occur.FILTER, this));
  }

  @Override
  public String toString(@Nullable String field) {
    return "few(" + matching.toString(field) + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FewQuery query
        && limit == query.limit
        && matching.equals(query.matching);
  }

  @Override
  public int hashCode() {
    return 31 * matching.hashCode() + limit;
  }
}
