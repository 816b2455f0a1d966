package dev.broadsheet.lucene;

import dev.broadsheet.words.SortKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.FilterScorable;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;

/**
 * Collects the best by score. In a segment ties break by the document's number, as the {@link
 * Schema} orders documents; so each segment has a collector of Lucene's own for that, {@link
 * TopScoreDocCollector}, which skips what can at best tie with the last, and reads no date. What
 * they found is put in one order by the keys.
 */
final class BestByScore implements Collector {
  private final HitOrder order;
  private final int wanted;
  private final int counted;
  private final Optional<SortKey> after;
  private final Optional<InitialThreshold> threshold;
  private final List<Leaf> leaves = new ArrayList<>();

  /**
   * A collector.
   *
   * @param counted how many are counted before any are skipped
   * @param after what the best are to be behind
   * @param threshold what the best reach, where that can be told and they are not behind anything
   */
  BestByScore(
      HitOrder order,
      int wanted,
      int counted,
      Optional<SortKey> after,
      Optional<InitialThreshold> threshold) {
    this.order = order;
    this.wanted = wanted;
    this.counted = counted;
    this.after = after;
    this.threshold = threshold;
  }

  private record Leaf(
      LeafReaderContext context, InitialThreshold.Reached reached, TopScoreDocCollector collector) {
    /** How many documents match at least. */
    int total() {
      return Math.max(reached.documents(), collector.getTotalHits());
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.TOP_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    ScoreDoc behind = after.isPresent() ? behind(context, after.get()) : null;
    InitialThreshold.Reached reached =
        threshold.isPresent()
            ? threshold.get().in(context, wanted)
            : InitialThreshold.Reached.NOTHING;
    int left = Math.max(0, left() - reached.documents());
    var leaf =
        new Leaf(
            context, reached, new TopScoreDocCollectorManager(wanted, behind, left).newCollector());
    leaves.add(leaf);
    LeafCollector collecting = leaf.collector.getLeafCollector(context);
    return reached.score() == 0 ? collecting : new Starting(collecting, reached.score());
  }

  /** Has skipped what does not reach a score, from the beginning. */
  private static final class Starting extends FilterLeafCollector {
    private final float least;

    Starting(LeafCollector collector, float least) {
      super(collector);
      this.least = least;
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      scorer.setMinCompetitiveScore(least);
      super.setScorer(
          new FilterScorable(scorer) {
            @Override
            public void setMinCompetitiveScore(float score) throws IOException {
              scorer.setMinCompetitiveScore(Math.max(score, least));
            }
          });
    }
  }

  /** How many are still to be counted. */
  private int left() {
    return Math.max(0, counted - leaves.stream().mapToInt(Leaf::total).sum());
  }

  /** What a segment has of a key's score goes on behind its last document up to the key. */
  private ScoreDoc behind(LeafReaderContext context, SortKey key) throws IOException {
    int first = 0;
    int end = context.reader().maxDoc();
    while (first < end) {
      int middle = (first + end) >>> 1;
      if (isUpTo(key, context.reader(), middle)) {
        first = middle + 1;
      } else {
        end = middle;
      }
    }
    return new ScoreDoc(context.docBase + first - 1, HitOrder.scoreOf(key));
  }

  private boolean isUpTo(SortKey key, LeafReader leaf, int document) throws IOException {
    HitOrder.Keys keys = order.keys(leaf);
    return SortKey.compare(0, keys.date(document), keys.id(document), 0, key.date(), key.id()) <= 0;
  }

  /** What was found, with the keys of a tier. */
  Found found(int tier) throws IOException {
    List<Found.Ranked> hits = new ArrayList<>();
    long total = 0;
    boolean exact = true;
    for (Leaf leaf : leaves) {
      TopDocs top = leaf.collector.topDocs();
      total += leaf.total();
      exact &= leaf.reached.score() == 0 && top.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
      Arrays.sort(top.scoreDocs, Comparator.comparingInt(found -> found.doc));
      HitOrder.Keys keys = order.keys(leaf.context.reader());
      for (ScoreDoc found : top.scoreDocs) {
        hits.add(
            new Found.Ranked(
                found.doc, keys.key(tier, found.doc - leaf.context.docBase, found.score)));
      }
    }
    hits.sort(Comparator.comparing(Found.Ranked::key));
    return new Found(hits.subList(0, Math.min(wanted, hits.size())), total, exact);
  }
}
