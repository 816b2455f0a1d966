package dev.broadsheet.opensearch;

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
}
