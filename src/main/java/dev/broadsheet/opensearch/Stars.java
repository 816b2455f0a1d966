package dev.broadsheet.opensearch;

import dev.broadsheet.article.ArticleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which items make a story: each belongs to exactly one. Articles lead in the order of how many
 * items stand under them, most first, then by id, and take all of these that are still free; one
 * that was taken before doesn't lead. An item all of whose articles were taken, and under which
 * nothing stands, goes where the first of them went. An article that isn't in the index leads all
 * the same. (The embedded engine says where this comes from, and does it by document numbers.)
 */
final class Stars {
  private final Map<ArticleId, List<ArticleId>> related = new HashMap<>();

  /** An item stands under an article. */
  void add(ArticleId leader, ArticleId item) {
    related.computeIfAbsent(leader, unseen -> new ArrayList<>()).add(item);
  }

  Collection<ArticleId> leaders() {
    return related.keySet();
  }

  /** The story of each item that belongs to any but its own, named by who leads it. */
  Map<ArticleId, ArticleId> stories(Set<ArticleId> present) {
    List<Map.Entry<ArticleId, List<ArticleId>>> stars = new ArrayList<>(related.entrySet());
    stars.sort(
        Comparator.<Map.Entry<ArticleId, List<ArticleId>>>comparingInt(
                star -> -star.getValue().size())
            .thenComparing(Map.Entry::getKey));
    Map<ArticleId, ArticleId> taken = new HashMap<>();
    for (var star : stars) {
      if (!taken.containsKey(star.getKey())) {
        if (present.contains(star.getKey())) {
          taken.put(star.getKey(), star.getKey());
        }
        star.getValue().forEach(item -> taken.putIfAbsent(item, star.getKey()));
      }
    }
    for (var star : stars) {
      ArticleId story = taken.get(star.getKey());
      // Nothing is free any more that leads, or stands under what leads.
      if (story != null) {
        star.getValue().forEach(item -> taken.putIfAbsent(item, story));
      }
    }
    return taken;
  }
}
