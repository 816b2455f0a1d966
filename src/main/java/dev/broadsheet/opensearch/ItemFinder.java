package dev.broadsheet.opensearch;

import dev.broadsheet.words.SortKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the best items, tier by tier. */
final class ItemFinder {
  /** Hits are counted to here and then, where no facet needs them all, skipped if they can be. */
  private static final int COUNTED_HITS = 1000;

  private final ClusterView view;
  private final Tiers tiers;
  private final HitSort order;
  private final boolean counted;

  /**
   * A finder.
   *
   * @param counted whether the total is found elsewhere
   */
  ItemFinder(ClusterView view, Tiers tiers, HitSort order, boolean counted) {
    this.view = view;
    this.tiers = tiers;
    this.order = order;
    this.counted = counted;
  }

  /** The best items behind a key, or the best of all. */
  Found find(int wanted, Optional<SortKey> after) throws IOException {
    List<Ranked> hits = new ArrayList<>();
    long total = 0;
    boolean exact = true;
    for (int tier = 0; tier < tiers.size(); tier++) {
      int number = tier;
      int missing = wanted - hits.size();
      boolean passed = after.isPresent() && tier < after.get().tier();
      if (missing > 0 && !passed) {
        JsonNode top = top(tier, missing, after.filter(key -> key.tier() == number));
        hits.addAll(Ranked.read(top, order, tier));
        JsonNode counts = top.path("hits").path("total");
        total += counts.path("value").asLong();
        exact &= counts.path("relation").asString("eq").equals("eq");
      } else if (!counted) {
        total += view.count(tiers.alone(tier));
      }
    }
    return new Found(hits, total, exact);
  }

  private JsonNode top(int tier, int missing, Optional<SortKey> after) throws IOException {
    Sought alone = tiers.alone(tier);
    ObjectNode request =
        Json.object("query", order.isByScore() ? view.scored(alone) : view.filter(alone));
    if (counted) {
      request.put("track_total_hits", false);
    } else {
      request.put("track_total_hits", COUNTED_HITS);
    }
    Ranked.prepare(request, order, missing);
    after.ifPresent(key -> request.set("search_after", order.behind(key)));
    return view.snapshot().search(request);
  }
}
