package dev.broadsheet.lucene;

import dev.broadsheet.search.SortOrder;
import dev.broadsheet.words.SortKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * A sort order in both of the forms in which it is needed: as Lucene sorts, and as numbers by which
 * hits of different searches, and of different states of the index, can be compared. The two agree
 * to the last bit.
 */
final class HitOrder {
  /** Whatever a document's number is, what ties with a key comes before what is behind it. */
  private static final int BEHIND_ALL_TIES = Integer.MAX_VALUE;

  private final SortOrder order;

  private HitOrder(SortOrder order) {
    this.order = order;
  }

  static HitOrder of(SortOrder order) {
    return new HitOrder(order);
  }

  boolean isByScore() {
    return order == SortOrder.RELEVANCE;
  }

  /** For Lucene to sort by; by score {@link BestByScore} does. */
  private Sort sort() {
    return switch (order) {
      case RELEVANCE -> Sort.RELEVANCE;
      case NEWEST -> Schema.NEWEST_FIRST;
      case OLDEST -> new Sort(Schema.byDate(false), Schema.byId());
      case QUALITY, HEAT -> new Sort(Schema.byNumber(number()), Schema.byDate(true), Schema.byId());
    };
  }

  private String number() {
    return order == SortOrder.QUALITY ? Schema.QUALITY : Schema.HEAT;
  }

  private boolean isByDate() {
    return order == SortOrder.NEWEST || order == SortOrder.OLDEST;
  }

  /**
   * Finds the best hits of a tier behind a key, or the best of all.
   *
   * @param counted how many are counted before any are skipped
   */
  Found best(
      TimedSearcher searcher,
      Query query,
      int tier,
      int wanted,
      int counted,
      Optional<SortKey> after)
      throws IOException {
    if (isByScore()) {
      return best(searcher, WeighedQuery.of(searcher, query), tier, wanted, counted, after);
    }
    FieldDoc behind = after.map(this::behind).orElse(null);
    TopFieldDocs top =
        searcher.search(
            query,
            new TopFieldCollectorManager(sort(), possible(searcher, wanted), behind, counted));
    List<Found.Ranked> hits = new ArrayList<>();
    for (ScoreDoc found : top.scoreDocs) {
      hits.add(new Found.Ranked(found.doc, key(tier, (FieldDoc) found)));
    }
    return new Found(
        hits, top.totalHits.value(), top.totalHits.relation() == TotalHits.Relation.EQUAL_TO);
  }

  /** The same by score, of a query that is weighed. */
  Found best(
      TimedSearcher searcher,
      WeighedQuery query,
      int tier,
      int wanted,
      int counted,
      Optional<SortKey> after)
      throws IOException {
    Optional<InitialThreshold> threshold = after.isPresent() ? Optional.empty() : query.threshold();
    var best = new BestByScore(this, possible(searcher, wanted), counted, after, threshold);
    searcher.search(query.weight(), best);
    return best.found(tier);
  }

  private static int possible(IndexSearcher searcher, int wanted) {
    return Math.max(1, Math.min(wanted, searcher.getIndexReader().maxDoc()));
  }

  private SortKey key(int tier, FieldDoc found) {
    int at = isByDate() ? 0 : 1;
    long date = (Long) found.fields[at];
    long id = (Long) found.fields[at + 1];
    return new SortKey(tier, isByDate() ? 0 : byNumber((Double) found.fields[0]), byDate(date), id);
  }

  /** What Lucene takes for a key, to go on behind it. */
  private FieldDoc behind(SortKey key) {
    List<Object> fields = new ArrayList<>();
    if (!isByDate()) {
      fields.add(NumericUtils.sortableLongToDouble(~key.rank()));
    }
    fields.add(order == SortOrder.OLDEST ? key.date() : ~key.date());
    fields.add(key.id());
    return new FieldDoc(BEHIND_ALL_TIES, Float.NaN, fields.toArray());
  }

  /** The score of a hit, where the order is by that. */
  OptionalDouble score(SortKey key) {
    return isByScore() ? OptionalDouble.of(scoreOf(key)) : OptionalDouble.empty();
  }

  /** The score in a key of an order by score. */
  static float scoreOf(SortKey key) {
    return NumericUtils.sortableIntToFloat((int) ~key.rank());
  }

  private static long byScore(float score) {
    return ~(long) NumericUtils.floatToSortableInt(score);
  }

  private static long byNumber(double number) {
    return ~NumericUtils.doubleToSortableLong(number);
  }

  private long byDate(long millis) {
    return order == SortOrder.OLDEST ? millis : ~millis;
  }

  /** The keys of a segment's documents, which have to be asked for in order. */
  Keys keys(LeafReader leaf) throws IOException {
    return new Keys(leaf);
  }

  /** Reads what makes the key of a document. */
  final class Keys {
    private final NumericDocValues dates;
    private final NumericDocValues ids;
    private final NumericDocValues numbers;

    private Keys(LeafReader leaf) throws IOException {
      dates = DocValues.getNumeric(leaf, Schema.DATE);
      ids = DocValues.getNumeric(leaf, Schema.ID_ORDER);
      numbers = isByScore() || isByDate() ? DocValues.emptyNumeric() : numbers(leaf);
    }

    private NumericDocValues numbers(LeafReader leaf) throws IOException {
      return DocValues.getNumeric(leaf, number());
    }

    /** The rank of the document that a scorer stands on. */
    long rank(int document, @Nullable Scorable scorer) throws IOException {
      if (isByScore()) {
        return byScore(Objects.requireNonNull(scorer).score());
      }
      if (isByDate()) {
        return 0;
      }
      return byNumber(
          numbers.advanceExact(document)
              ? Double.longBitsToDouble(numbers.longValue())
              : Double.NEGATIVE_INFINITY);
    }

    /** The key of the document that a scorer stands on. */
    SortKey key(int tier, int document, @Nullable Scorable scorer) throws IOException {
      return new SortKey(tier, rank(document, scorer), date(document), id(document));
    }

    /** The date, in milliseconds of the epoch. */
    OptionalLong millis(int document) throws IOException {
      return dates.advanceExact(document)
          ? OptionalLong.of(dates.longValue())
          : OptionalLong.empty();
    }

    /** The key of a document with a score. */
    SortKey key(int tier, int document, float score) throws IOException {
      return new SortKey(tier, byScore(score), date(document), id(document));
    }

    long date(int document) throws IOException {
      if (dates.advanceExact(document)) {
        return byDate(dates.longValue());
      }
      return Long.MAX_VALUE;
    }

    long id(int document) throws IOException {
      return ids.advanceExact(document) ? ids.longValue() : 0;
    }
  }
}
