package dev.broadsheet.http;

import dev.broadsheet.page.PageView;
import dev.broadsheet.page.PageView.Link;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import java.util.List;
import java.util.Optional;

/**
 * What a search can be narrowed by: links that choose a value besides those chosen already, or take
 * the choice back.
 *
 * @param address of the page
 * @param size how many values of each were asked for
 * @param facets as counted
 */
record PageFacets(PageAddress address, int size, List<FacetCounts> facets) {
  /** As many as a visitor would read. */
  private static final int MORE = 50;

  /** All but the dates, and those that leave nothing to choose. */
  List<PageView.Facet> views() {
    return facets.stream()
        .filter(facet -> facet.field() != FacetField.DATE && isUseful(facet))
        .map(this::view)
        .toList();
  }

  private static boolean isUseful(FacetCounts facet) {
    return facet.values().size() > 1
        || facet.values().stream().anyMatch(FacetCounts.Value::selected);
  }

  private PageView.Facet view(FacetCounts facet) {
    String name = facet.field().label();
    return new PageView.Facet(
        name, facet.values().stream().map(value -> view(name, value)).toList(), more(facet));
  }

  private PageView.Value view(String name, FacetCounts.Value value) {
    PageAddress chosen =
        value.selected() ? address.minus(name, value.value()) : address.plus(name, value.value());
    return new PageView.Value(
        new Link(value.label().orElse(value.value()), chosen.href()),
        value.count(),
        value.selected());
  }

  private Optional<String> more(FacetCounts facet) {
    return facet.values().size() < size || size >= MORE
        ? Optional.empty()
        : Optional.of(
            address.with(SearchParameters.FACET_SIZE, Integer.toString(MORE)).href()
                + "#bs-facet-"
                + facet.field().label());
  }
}
