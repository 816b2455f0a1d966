package dev.broadsheet.lucene;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitDocIdSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.DocIdSetBuilder;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Matches what covers enough of a query: the documents that another query gives a least score.
 * Those that can't reach it are skipped as they are in a search for the best.
 *
 * <p>One request asks for the same documents several times, for hits, totals and facets, and others
 * after it ask for the same query: those of each segment are remembered for as long as the query is
 * used, or, where they take much memory, while they are at hand. Safe for use by many threads.
 */
final class CoverageQuery extends Query {
  /** What takes more bytes is not kept from the garbage collector. */
  private static final int MOST_BYTES_KEPT = 4_096;

  /** Less than a document in so many are few, as they are to {@link DocIdSetBuilder}. */
  private static final int SPARSE = 128;

  private final Query coverage;
  private final float least;
  private final Optional<Remainder> remainder;
  private final Map<Object, Supplier<@Nullable Matches>> matches = new ConcurrentHashMap<>();

  /** What matches another query, and does not match a third. */
  private record Remainder(CoverageQuery whole, Query without) {}

  /** The documents of a segment, deleted ones included: a list, where they are few. */
  record Matches(DocIdSet documents, int count) {
    static Matches of(FixedBitSet bits) {
      int count = bits.cardinality();
      return new Matches(new BitDocIdSet(bits, count), count);
    }

    DocIdSetIterator iterator() throws IOException {
      return documents.iterator();
    }

    int[] toArray() throws IOException {
      var array = new int[count];
      DocIdSetIterator iterator = iterator();
      for (int i = 0; i < count; i++) {
        array[i] = iterator.nextDoc();
      }
      return array;
    }
  }

  /**
   * A query.
   *
   * @param coverage scores what is covered
   * @param least above 0
   */
  CoverageQuery(Query coverage, float least) {
    this(coverage, least, Optional.empty());
  }

  private CoverageQuery(Query coverage, float least, Optional<Remainder> remainder) {
    this.coverage = coverage;
    this.least = least;
    this.remainder = remainder;
  }

  /** The same without what another query matches. */
  CoverageQuery without(Query other) {
    return new CoverageQuery(coverage, least, Optional.of(new Remainder(this, other)));
  }

  /** The same with all that covers enough. */
  CoverageQuery whole() {
    return remainder.map(Remainder::whole).orElse(this);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        Matches found = documents(searcher, context);
        return found.count == 0
            ? null
            : new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, found.iterator()));
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  /** How many documents there are, deleted ones included. */
  int count(IndexSearcher searcher) throws IOException {
    int count = 0;
    for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
      count += documents(searcher, context).count;
    }
    return count;
  }

  /** What matches in a segment. */
  Matches documents(IndexSearcher searcher, LeafReaderContext context) throws IOException {
    Object segment = context.id();
    Supplier<@Nullable Matches> known = matches.get(segment);
    Matches remembered = known == null ? null : known.get();
    if (remembered != null) {
      return remembered;
    }
    Matches found = remainder.isPresent() ? rest(searcher, context) : find(searcher, context);
    boolean small = found.documents.ramBytesUsed() <= MOST_BYTES_KEPT;
    matches.put(segment, small ? () -> found : new WeakReference<>(found)::get);
    return found;
  }

  private Matches rest(IndexSearcher searcher, LeafReaderContext context) throws IOException {
    Remainder known = remainder.orElseThrow();
    @Nullable DocIdSetIterator excluded = matching(known.without, searcher, context);
    Matches whole = known.whole.documents(searcher, context);
    if (excluded == null) {
      return whole;
    }
    FixedBitSet bits = BitSetIterator.getFixedBitSetOrNull(whole.iterator());
    if (bits != null) {
      FixedBitSet rest = bits.clone();
      rest.andNot(excluded);
      return Matches.of(rest);
    }
    var rest = new Collected(context);
    DocIdSetIterator documents = whole.iterator();
    for (int document = documents.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = documents.nextDoc()) {
      if (excluded.docID() < document) {
        excluded.advance(document);
      }
      if (excluded.docID() != document) {
        rest.add(document);
      }
    }
    return rest.matches();
  }

  private static @Nullable DocIdSetIterator matching(
      Query query, IndexSearcher searcher, LeafReaderContext context) throws IOException {
    Query alike = searcher.rewrite(new ConstantScoreQuery(query));
    Scorer scorer = searcher.createWeight(alike, ScoreMode.COMPLETE_NO_SCORES, 1).scorer(context);
    return scorer == null ? null : scorer.iterator();
  }

  private Matches find(IndexSearcher searcher, LeafReaderContext context) throws IOException {
    if (anythingIsEnough()) {
      @Nullable DocIdSetIterator any = matching(coverage, searcher, context);
      if (any != null && any.cost() > context.reader().maxDoc() / SPARSE) {
        var bits = new FixedBitSet(context.reader().maxDoc());
        bits.or(any);
        return Matches.of(bits);
      }
    }
    Weight weight = searcher.createWeight(searcher.rewrite(coverage), ScoreMode.TOP_SCORES, 1);
    var found = new Collected(context);
    BulkScorer scorer = weight.bulkScorer(context);
    if (scorer != null) {
      scorer.score(new Covering(found), null, 0, DocIdSetIterator.NO_MORE_DOCS);
    }
    return found.matches();
  }

  /** Whether each part alone gives a score that is enough, so that scores need not be looked at. */
  private boolean anythingIsEnough() {
    return coverage instanceof BooleanQuery parts
        && parts.clauses().stream()
            .allMatch(part ->
                part.occur() == Occur.SHOULD
                    && part.query() instanceof BoostQuery boosted
                    && boosted.getQuery() instanceof ConstantScoreQuery
                    && boosted.getBoost() >= least);
  }

  /** Documents of a segment, as they come. */
  private static final class Collected {
    private final DocIdSetBuilder documents;
    private int count;

    Collected(LeafReaderContext context) {
      documents = new DocIdSetBuilder(context.reader().maxDoc());
    }

    void add(int document) {
      documents.grow(1).add(document);
      count++;
    }

    Matches matches() {
      return new Matches(documents.build(), count);
    }
  }

  /** Keeps the documents that cover enough, and has the others skipped. */
  private final class Covering implements LeafCollector {
    private final Collected found;
    private @Nullable Scorable scorer;

    Covering(Collected found) {
      this.found = found;
    }

    @Override
    public void setScorer(Scorable of) throws IOException {
      scorer = of;
      of.setMinCompetitiveScore(least);
    }

    @Override
    public void collect(int document) throws IOException {
      if (scorer != null && scorer.score() >= least) {
        found.add(document);
      }
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    coverage.visit(visitor.getSubVisitor(Occur.FILTER, this));
  }

  @Override
  public String toString(@Nullable String field) {
    return "coverage("
        + coverage.toString(field)
        + ")>="
        + least
        + remainder.map(it -> " without (" + it.without.toString(field) + ")").orElse("");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CoverageQuery query
        && coverage.equals(query.coverage)
        && least == query.least
        && remainder.equals(query.remainder);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * coverage.hashCode() + Float.hashCode(least)) + remainder.hashCode();
  }
}
