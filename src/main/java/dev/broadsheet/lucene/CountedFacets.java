package dev.broadsheet.lucene;

import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.TextQuery;
import dev.broadsheet.words.PlanDecision;
import dev.broadsheet.words.Restriction;
import dev.broadsheet.words.Synonyms;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

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

  /** All that the counts depend on, beside the snapshot; added are documents found by meaning. */
  record Key(
      TextQuery words,
      PlanDecision decision,
      Synonyms synonyms,
      FacetRequest facets,
      List<Filter> filters,
      Restriction restriction,
      ZoneId zone,
      boolean byStory,
      Set<Integer> added) {}
}
