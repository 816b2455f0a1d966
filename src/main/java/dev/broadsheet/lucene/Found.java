package dev.broadsheet.lucene;

import dev.broadsheet.words.SortKey;
import java.util.List;

/**
 * What a search found.
 *
 * @param hits the best of it, in order
 * @param total how much there is
 * @param totalIsExact whether {@code total} is more than a lower bound
 */
record Found(List<Ranked> hits, long total, boolean totalIsExact) {
  Found {
    hits = List.copyOf(hits);
  }

  /**
   * A document, and where it stands.
   *
   * @param document its number in the snapshot
   * @param key its place in the order
   */
  record Ranked(int document, SortKey key) {}
}
