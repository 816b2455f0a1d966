package dev.broadsheet.http;

import static dev.broadsheet.http.SearchParameters.FROM;
import static dev.broadsheet.http.SearchParameters.TO;

import dev.broadsheet.page.PageView;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.SearchResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When the articles came out: bars for the span that is asked for, or for all of it, and the bounds
 * as a form.
 *
 * @param visit what was asked
 * @param result what was answered
 */
record PageDates(PageHandler.Visit visit, SearchResult result) {
  /** Empty where dates were not counted. */
  Optional<PageView.Dates> view() {
    return result.facets().stream()
        .filter(facet -> facet.field() == FacetField.DATE)
        .findFirst()
        .map(this::view);
  }

  private PageView.Dates view(FacetCounts facet) {
    Filter.DateRange range = range();
    DateBarRow row = DateBarRow.of(facet.values()).within(day(range.from()), day(range.to()));
    return new PageView.Dates(row.bars().stream().map(this::bar).toList(), form(range), all(range));
  }

  private Filter.DateRange range() {
    return visit.request().filters().stream()
        .filter(Filter.DateRange.class::isInstance)
        .map(Filter.DateRange.class::cast)
        .findFirst()
        .orElseGet(() -> new Filter.DateRange(Optional.empty(), Optional.empty()));
  }

  private Optional<LocalDate> day(Optional<Instant> bound) {
    ZoneId zone = visit.request().zone();
    return bound.map(instant -> instant.atZone(zone).toLocalDate());
  }

  private PageView.Bar bar(DateBarRow.Bar bar) {
    PageAddress chosen = visit.address().with(FROM, bar.span()).with(TO, bar.span());
    return new PageView.Bar(bar.span(), bar.count(), chosen.href());
  }

  private PageView.Form form(Filter.DateRange range) {
    return new PageView.Form(
        List.of(field(FROM, range.from()), field(TO, range.to())),
        PageResults.kept(visit.address(), List.of(FROM, TO)));
  }

  private PageView.Field field(String name, Optional<Instant> bound) {
    return new PageView.Field(name, day(bound).map(LocalDate::toString).orElse(""));
  }

  private Optional<String> all(Filter.DateRange range) {
    return range.from().isEmpty() && range.to().isEmpty()
        ? Optional.empty()
        : Optional.of(visit.address().without(List.of(FROM, TO)).href());
  }
}
