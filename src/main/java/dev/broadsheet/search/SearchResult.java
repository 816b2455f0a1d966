package dev.broadsheet.search;

import java.util.List;

/**
 * The answer to a request.
 *
 * @param total how many items match, at least or exactly
 * @param totalIsExact whether {@code total} is the number itself and not a lower bound
 * @param hits the page asked for, in order
 * @param facets the counts asked for, in the order of the request
 */
public record SearchResult(
    long total, boolean totalIsExact, List<Hit> hits, List<FacetCounts> facets) {
  /** Copies the lists. */
  public SearchResult {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
  }
}
