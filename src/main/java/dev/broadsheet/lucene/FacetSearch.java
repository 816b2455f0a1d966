package dev.broadsheet.lucene;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.FacetSearchRequest;
import dev.broadsheet.search.FacetSearchResult;
import dev.broadsheet.words.Restriction;
import dev.broadsheet.words.TypedValue;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;

/** A search within the values of a facet. */
final class FacetSearch {
  private final Snapshot snapshot;
  private final Restriction restriction;

  FacetSearch(Snapshot snapshot, Restriction restriction) {
    this.snapshot = snapshot;
    this.restriction = restriction;
  }

  FacetSearchResult run(FacetSearchRequest request, String version) throws IOException {
    var facets = new FacetRequest(List.of(request.field()), request.size(), DateInterval.AUTO);
    var tally = new ItemTally(facets.fields(), snapshot.facets(), ZoneOffset.UTC);
    var counter = new FacetCounter(snapshot, restriction, facets, request.filters(), tally);
    counter.countAll();
    var text = new TypedValue(request.text());
    return new FacetSearchResult(counter.facets(text::begins).getFirst(), version);
  }
}
