package dev.broadsheet.http;

import static dev.broadsheet.http.SearchParameters.EXCEPT;
import static dev.broadsheet.http.SearchParameters.FILTERS;
import static dev.broadsheet.http.SearchParameters.FROM;
import static dev.broadsheet.http.SearchParameters.MAX_QUALITY;
import static dev.broadsheet.http.SearchParameters.MIN_QUALITY;
import static dev.broadsheet.http.SearchParameters.TO;

import dev.broadsheet.page.PageView.Link;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The filters that a search has, each with a link that takes it away.
 *
 * @param address of the page
 * @param facets that know how values are called
 */
record PageFilters(PageAddress address, List<FacetCounts> facets) {
  List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (FacetField field : FILTERS) {
      String name = field.label();
      for (String value : address.values(name)) {
        links.add(new Link(label(field, value), address.minus(name, value.strip()).href()));
      }
      for (String value : address.values(name + EXCEPT)) {
        links.add(
            new Link(
                "not " + label(field, value), address.minus(name + EXCEPT, value.strip()).href()));
      }
    }
    links.addAll(dates());
    bound("quality from ", MIN_QUALITY).ifPresent(links::add);
    bound("quality to ", MAX_QUALITY).ifPresent(links::add);
    return links;
  }

  private List<Link> dates() {
    List<String> from = address.values(FROM);
    if (!from.isEmpty() && from.equals(address.values(TO))) {
      return List.of(new Link(from.getFirst(), address.without(List.of(FROM, TO)).href()));
    }
    List<Link> links = new ArrayList<>();
    bound("from ", FROM).ifPresent(links::add);
    bound("to ", TO).ifPresent(links::add);
    return links;
  }

  private Optional<Link> bound(String before, String name) {
    return address.values(name).stream()
        .map(value -> new Link(before + value, address.without(name).href()))
        .findFirst();
  }

  private String label(FacetField field, String value) {
    return facets.stream()
        .filter(facet -> facet.field() == field)
        .flatMap(facet -> facet.values().stream())
        .filter(counted -> counted.value().equalsIgnoreCase(value.strip()))
        .flatMap(counted -> counted.label().stream())
        .findFirst()
        .orElse(value);
  }
}
