package dev.broadsheet.lucene;

import dev.broadsheet.words.SortKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the best items, tier by tier. */
final class ItemFinder {
  /** Hits are counted to here and then, where no facet needs them all, skipped if they can be. */
  private static final int COUNTED_HITS = 1000;

  private final TimedSearcher searcher;
  private final TieredQuery query;
  private final HitOrder order;
  private final boolean counted;

  /**
   * A finder.
   *
   * @param counted whether the total is found elsewhere
   */
  ItemFinder(TimedSearcher searcher, TieredQuery query, HitOrder order, boolean counted) {
    this.searcher = searcher;
    this.query = query;
    this.order = order;
    this.counted = counted;
  }

  /** The best items behind a key, or the best of all. */
  Found find(int wanted, Optional<SortKey> after) throws IOException {
    List<Found.Ranked> hits = new ArrayList<>();
    long total = 0;
    boolean exact = true;
    for (int tier = 0; tier < query.tiers(); tier++) {
      int number = tier;
      int missing = wanted - hits.size();
      boolean passed = after.isPresent() && tier < after.get().tier();
      if (missing > 0 && !passed) {
        Found best = best(tier, missing, after.filter(key -> key.tier() == number));
        hits.addAll(best.hits());
        total += best.total();
        exact &= best.totalIsExact();
      } else if (!counted) {
        total += searcher.count(query.alone(tier));
      }
    }
    return new Found(hits, total, exact);
  }

  private Found best(int tier, int wanted, Optional<SortKey> after) throws IOException {
    int least = counted ? 1 : COUNTED_HITS;
    return order.isByScore()
        ? order.best(searcher, query.weighed(tier, searcher), tier, wanted, least, after)
        : order.best(searcher, query.alone(tier), tier, wanted, least, after);
  }
}
