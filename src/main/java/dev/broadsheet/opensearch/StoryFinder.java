package dev.broadsheet.opensearch;

import dev.broadsheet.search.Coverage;
import dev.broadsheet.words.Queries;
import dev.broadsheet.words.SortKey;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the best stories, each by its best item, and then what else of them matches. It goes
 * through the items in their order, and takes each story when it first meets it, unless an item of
 * it stood before the place to begin at, or matches in an earlier tier.
 */
final class StoryFinder {
  private static final int LEAST_AT_ONCE = 100;
  private static final int MOST_AT_ONCE = 10_000;

  private final ClusterView view;
  private final Tiers tiers;
  private final HitSort order;

  StoryFinder(ClusterView view, Tiers tiers, HitSort order) {
    this.view = view;
    this.tiers = tiers;
    this.order = order;
  }

  /** The best items of the best stories behind a key, or of the best of all. */
  List<Ranked> find(int wanted, Optional<SortKey> after) throws IOException {
    List<Ranked> heads = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int first = after.map(SortKey::tier).orElse(0);
    for (int tier = first; tier < tiers.size() && heads.size() < wanted; tier++) {
      int number = tier;
      addHeads(tier, wanted, after.filter(key -> key.tier() == number), seen, heads);
    }
    return heads.subList(0, Math.min(wanted, heads.size()));
  }

  private void addHeads(
      int tier, int wanted, Optional<SortKey> after, Set<String> seen, List<Ranked> heads)
      throws IOException {
    Optional<SortKey> from = after;
    int size = Math.clamp(4L * wanted, LEAST_AT_ONCE, MOST_AT_ONCE);
    boolean more = true;
    while (more && heads.size() < wanted) {
      List<Ranked> page = page(tier, tiers.alone(tier), size, from);
      List<Ranked> unseen = page.stream().filter(hit -> seen.add(hit.story())).toList();
      Set<String> told = toldBefore(tier, unseen, after);
      unseen.stream().filter(hit -> !told.contains(hit.story())).forEach(heads::add);
      more = page.size() == size;
      from = page.isEmpty() ? from : Optional.of(page.getLast().key());
    }
  }

  private List<Ranked> page(int tier, Sought query, int size, Optional<SortKey> from)
      throws IOException {
    ObjectNode request =
        Json.object(
            "query",
            order.isByScore() ? view.scored(query) : view.filter(query),
            "track_total_hits",
            false);
    from.ifPresent(key -> request.set("search_after", order.behind(key)));
    return Ranked.read(view.snapshot(), request, order, tier, size);
  }

  /** Which stories have stood before: in an earlier tier, or before the place to begin at. */
  private Set<String> toldBefore(int tier, List<Ranked> heads, Optional<SortKey> after)
      throws IOException {
    Set<String> told = new HashSet<>();
    if (heads.isEmpty() || (tier == 0 && after.isEmpty())) {
      return told;
    }
    Set<String> stories = stories(heads);
    for (int before = 0; before < tier; before++) {
      best(before, stories).forEach(hit -> told.add(hit.story()));
    }
    if (after.isPresent()) {
      for (Ranked best : best(tier, stories)) {
        if (best.key().compareTo(after.get()) <= 0) {
          told.add(best.story());
        }
      }
    }
    return told;
  }

  /** The best item of each of some stories in a tier. */
  private List<Ranked> best(int tier, Set<String> stories) throws IOException {
    Sought among = among(tier, stories);
    ObjectNode request =
        Json.object(
            "query",
            order.isByScore() ? view.scored(among) : view.filter(among),
            "track_total_hits",
            false,
            "collapse",
            Json.object("field", ClusterSchema.STORY));
    return Ranked.read(view.snapshot(), request, order, tier, stories.size());
  }

  private Sought among(int tier, Set<String> stories) {
    return new Sought.All(
        new Queries.Parts<>(
            List.of(tiers.alone(tier)),
            List.of(),
            List.of(new Sought.Holding(ClusterSchema.STORY, stories)),
            List.of()));
  }

  private static Set<String> stories(Collection<Ranked> hits) {
    return hits.stream().map(Ranked::story).collect(Collectors.toSet());
  }

  /** All that matches of the stories of some items, best first, by story. */
  Map<String, List<Ranked>> matches(List<Ranked> hits) throws IOException {
    Map<String, List<Ranked>> matches = new HashMap<>();
    for (int tier = 0; !hits.isEmpty() && tier < tiers.size(); tier++) {
      Optional<SortKey> from = Optional.empty();
      List<Ranked> page;
      do {
        page = page(tier, among(tier, stories(hits)), MOST_AT_ONCE, from);
        page.forEach(
            hit -> matches.computeIfAbsent(hit.story(), unseen -> new ArrayList<>()).add(hit));
        from = page.isEmpty() ? from : Optional.of(page.getLast().key());
      } while (page.size() == MOST_AT_ONCE);
    }
    return matches;
  }

  /** How widely some items tell a story. */
  static Coverage coverage(List<Ranked> items) {
    Set<String> providers = new HashSet<>();
    OptionalLong first = OptionalLong.empty();
    OptionalLong last = OptionalLong.empty();
    for (Ranked item : items) {
      providers.addAll(item.providers());
      if (item.date().isPresent()) {
        long date = item.date().getAsLong();
        first = OptionalLong.of(Math.min(first.orElse(date), date));
        last = OptionalLong.of(Math.max(last.orElse(date), date));
      }
    }
    return new Coverage(items.size(), providers.size(), instant(first), instant(last));
  }

  private static Optional<Instant> instant(OptionalLong millis) {
    return millis.isPresent()
        ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
        : Optional.empty();
  }
}
