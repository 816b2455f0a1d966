package dev.broadsheet.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer to a request.
 *
 * @param total how many items match, or stories where hits are grouped; at least or exactly
 * @param totalIsExact whether {@code total} is the number itself and not a lower bound
 * @param hits the page asked for, in order
 * @param facets the counts asked for, in the order of the request
 * @param wording how the words looked for differ from those typed
 * @param next where the next page begins; empty where there is none
 * @param byMeaning how many of the total were found by their meaning alone, where meaning was
 *     searched
 * @param version the state of the index that it comes from, as {@link SearchEngine#version()}
 */
public record SearchResult(
    long total,
    boolean totalIsExact,
    List<Hit> hits,
    List<FacetCounts> facets,
    Wording wording,
    Optional<Cursor> next,
    OptionalLong byMeaning,
    String version) {
  /** Copies the lists. */
  public SearchResult {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
  }

  /** The answer of words alone. */
  public SearchResult(
      long total,
      boolean totalIsExact,
      List<Hit> hits,
      List<FacetCounts> facets,
      Wording wording,
      Optional<Cursor> next,
      String version) {
    this(total, totalIsExact, hits, facets, wording, next, OptionalLong.empty(), version);
  }
}
