package dev.broadsheet.lucene;

import dev.broadsheet.words.SortKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the best item of each story that matches. Goes over all matches of a tier, then of the
 * next: a story that an earlier tier has met is not changed by a later one.
 */
final class StoryHeads implements Collector {
  private static final int FEW = 64;

  private final StoryIndex stories;
  private final HitOrder order;

  /** By story, which head is its; from 1, as 0 is none. */
  private final int[] headOf;

  private int tier;
  private int size;
  private int[] documents = new int[FEW];
  private int[] tiers = new int[FEW];
  private long[] ranks = new long[FEW];
  private long[] dates = new long[FEW];
  private long[] ids = new long[FEW];

  StoryHeads(StoryIndex stories, HitOrder order, int maxDocument) {
    this.stories = stories;
    this.order = order;
    this.headOf = new int[maxDocument];
  }

  /** A tier is next. */
  void begin(int nextTier) {
    tier = nextTier;
  }

  /** How many stories there are. */
  int size() {
    return size;
  }

  /** The best heads behind a key, or the best of all, in order. */
  List<Found.Ranked> best(int wanted, Optional<SortKey> after) {
    var best = new PriorityQueue<Found.Ranked>(Comparator.comparing(Found.Ranked::key).reversed());
    for (int head = 0; wanted > 0 && head < size; head++) {
      boolean behind = after.isEmpty() || compare(head, after.get()) > 0;
      Found.@Nullable Ranked worst = best.peek();
      if (behind && (best.size() < wanted || worst == null || compare(head, worst.key()) < 0)) {
        best.add(new Found.Ranked(documents[head], key(head)));
        if (best.size() > wanted) {
          best.poll();
        }
      }
    }
    List<Found.Ranked> ordered = new ArrayList<>(best);
    ordered.sort(Comparator.comparing(Found.Ranked::key));
    return ordered;
  }

  private SortKey key(int head) {
    return new SortKey(tiers[head], ranks[head], dates[head], ids[head]);
  }

  private int compare(int head, SortKey key) {
    int byTier = Integer.compare(tiers[head], key.tier());
    return byTier != 0
        ? byTier
        : SortKey.compare(ranks[head], dates[head], ids[head], key.rank(), key.date(), key.id());
  }

  @Override
  public ScoreMode scoreMode() {
    return order.isByScore() ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    return new HeadLeaf(context.docBase, order.keys(context.reader()));
  }

  private int add() {
    if (size == documents.length) {
      int more = 2 * size;
      documents = Arrays.copyOf(documents, more);
      tiers = Arrays.copyOf(tiers, more);
      ranks = Arrays.copyOf(ranks, more);
      dates = Arrays.copyOf(dates, more);
      ids = Arrays.copyOf(ids, more);
    }
    return size++;
  }

  private void put(int head, int document, long rank, long date, long id) {
    documents[head] = document;
    tiers[head] = tier;
    ranks[head] = rank;
    dates[head] = date;
    ids[head] = id;
  }

  private final class HeadLeaf implements LeafCollector {
    private final int base;
    private final HitOrder.Keys keys;
    private @Nullable Scorable scorer;

    HeadLeaf(int base, HitOrder.Keys keys) {
      this.base = base;
      this.keys = keys;
    }

    @Override
    public void setScorer(Scorable next) {
      scorer = next;
    }

    @Override
    public void collect(int document) throws IOException {
      int story = stories.story(base + document);
      int head = headOf[story] - 1;
      if (head >= 0 && tiers[head] < tier) {
        return;
      }
      long rank = keys.rank(document, scorer);
      if (head < 0) {
        int added = add();
        headOf[story] = added + 1;
        put(added, base + document, rank, keys.date(document), keys.id(document));
      } else if (rank <= ranks[head]) {
        long date = keys.date(document);
        long id = keys.id(document);
        if (SortKey.compare(rank, date, id, ranks[head], dates[head], ids[head]) < 0) {
          put(head, base + document, rank, date, id);
        }
      }
    }
  }
}
