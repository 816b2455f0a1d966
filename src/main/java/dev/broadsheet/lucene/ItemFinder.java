package dev.broadsheet.lucene;

import dev.broadsheet.words.SortKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Finds the best items, tier by tier. */
final class ItemFinder {
  /** Hits are counted to here and then, where no facet needs them all, skipped if they can be. */
  private static final int COUNTED_HITS = 1000;

  private final IndexSearcher searcher;
  private final TieredQuery query;
  private final HitOrder order;
  private final boolean counted;

  /**
   * A finder.
   *
   * @param counted whether the total is found elsewhere
   */
  ItemFinder(IndexSearcher searcher, TieredQuery query, HitOrder order, boolean counted) {
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
      Query alone = query.alone(tier);
      int missing = wanted - hits.size();
      boolean passed = after.isPresent() && tier < after.get().tier();
      if (missing > 0 && !passed) {
        Found best =
            order.best(
                searcher,
                alone,
                tier,
                missing,
                counted ? 1 : COUNTED_HITS,
                after.filter(key -> key.tier() == number));
        hits.addAll(best.hits());
        total += best.total();
        exact &= best.totalIsExact();
      } else if (!counted) {
        total += searcher.count(alone);
      }
    }
    return new Found(hits, total, exact);
  }
}
