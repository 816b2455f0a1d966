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
import java.util.stream.Stream;

/**
 * What was counted.
 *
 * @param total how much satisfies all filters
 * @param facets the counts of all fields, in their order
 */
record CountedFacets(long total, List<FacetCounts> facets) {
  /** What counts take in memory, beside their values and what was asked for. */
  private static final int BYTES = 500;

  /** The names of what was counted are those of the snapshot. */
  private static final int BYTES_PER_VALUE = 60;

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

  /** About how many bytes it takes to remember counts, with their key. */
  static int bytes(Key key, CountedFacets counted) {
    int values = counted.facets.stream().mapToInt(field -> field.values().size()).sum();
    return BYTES
        + key.words.bytes()
        + key.decision.bytes()
        + key.filters.stream().mapToInt(CountedFacets::bytes).sum()
        + BYTES_PER_VALUE * (values + key.added.size());
  }

  private static int bytes(Filter filter) {
    return switch (filter) {
      case Filter.Values values ->
          Stream.concat(values.any().stream(), values.none().stream())
              .mapToInt(value -> BYTES_PER_VALUE + value.length())
              .sum();
      case Filter.DateRange _, Filter.QualityRange _ -> 2 * BYTES_PER_VALUE;
    };
  }
}
