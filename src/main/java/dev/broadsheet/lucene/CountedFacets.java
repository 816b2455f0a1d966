package dev.broadsheet.lucene;

import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.Filter;
import java.time.ZoneId;
import java.util.List;

/**
 * What was counted.
 *
 * @param total how much satisfies all filters
 * @param facets the counts of all fields, in their order
 */
record CountedFacets(long total, List<FacetCounts> facets) {
  /** Nothing counted. */
  static final CountedFacets NONE = new CountedFacets(0, List.of());

  CountedFacets {
    facets = List.copyOf(facets);
  }

  /**
   * All that the counts of a search without words depend on, beside the snapshot. These are asked
   * for again and again, as everybody sees the same front page and topics, and they cost the most,
   * as no word narrows them.
   *
   * @param byStory whether stories are counted, and not items
   */
  record Key(
      FacetRequest facets,
      List<Filter> filters,
      Restriction restriction,
      ZoneId zone,
      boolean byStory) {}
}
