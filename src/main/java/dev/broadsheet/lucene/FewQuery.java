package dev.broadsheet.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Matches the same as another query. One request asks for it several times: how many there are, the
 * best of them, and what else there is; so the documents are remembered for as long as the query is
 * used, where they are few. Safe for use by many threads.
 */
final class FewQuery extends Query {
  private final Query matching;
  private final int limit;
  private @Nullable Found found;

  /** The first documents of a state of the index, and how to look for all. */
  private record Found(IndexReader reader, int first, Query query) {}

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
    return found(searcher).query.createWeight(searcher, mode, boost);
  }

  /** So many documents, and more, are not remembered. */
  int limit() {
    return limit;
  }

  /** How many documents there are, or a limit that is not above that of the query. */
  int count(IndexSearcher searcher, int most) throws IOException {
    return Math.min(most, found(searcher).first);
  }

  private Found found(IndexSearcher searcher) throws IOException {
    Found known = found;
    if (known == null || !known.reader.equals(searcher.getIndexReader())) {
      known = find(searcher);
      found = known;
    }
    return known;
  }

  private Found find(IndexSearcher searcher) throws IOException {
    Query alike = searcher.rewrite(new ConstantScoreQuery(matching));
    int[] first = FirstDocuments.of(searcher, alike, limit);
    return new Found(
        searcher.getIndexReader(),
        first.length,
        first.length < limit ? new DocumentsQuery(first) : alike);
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
