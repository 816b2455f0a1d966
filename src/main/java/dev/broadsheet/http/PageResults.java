package dev.broadsheet.http;

import static dev.broadsheet.http.SearchParameters.FILTERS;
import static dev.broadsheet.http.SearchParameters.FILTER_NAMES;
import static dev.broadsheet.http.SearchParameters.GROUP;
import static dev.broadsheet.http.SearchParameters.QUERY;
import static dev.broadsheet.http.SearchParameters.SORT;
import static dev.broadsheet.http.SearchParameters.TYPOS;
import static dev.broadsheet.http.SearchParameters.UNGROUPED;

import dev.broadsheet.page.PageView;
import dev.broadsheet.page.PageView.Choice;
import dev.broadsheet.page.PageView.Link;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts together what the page says of a search that was answered.
 *
 * @param site its name
 * @param countsClicks whether the server counts how often a hit is chosen
 * @param visit what was asked
 * @param result what was answered
 */
record PageResults(
    String site, boolean countsClicks, PageHandler.Visit visit, SearchResult result) {
  PageView view() {
    return new PageView(
        new PageView.Frame(site, subject(), PageFeeds.of(address()), countsClicks),
        form(visit.search().request().query().isEmpty() ? "" : words(), address()),
        body());
  }

  /** The box for words, which keeps filters and order. */
  static PageView.Form form(String words, PageAddress address) {
    return new PageView.Form(
        List.of(new PageView.Field(QUERY, words)), kept(address, List.of(QUERY)));
  }

  /** All parameters but some, and none that says which page. */
  static List<PageView.Field> kept(PageAddress address, List<String> but) {
    List<PageView.Field> kept = new ArrayList<>();
    address
        .first()
        .without(but)
        .parameters()
        .forEach(
            (name, values) -> values.forEach(value -> kept.add(new PageView.Field(name, value))));
    return kept;
  }

  private PageView.Body body() {
    SearchRequest request = visit.request();
    return new PageView.Results(
        new PageView.Summary(
            result.total(),
            result.totalIsExact(),
            request.options().byStory(),
            request.query().isEmpty() ? Optional.empty() : Optional.of(words())),
        notices(),
        new PageFilters(address(), result.facets()).links(),
        address().without(FILTER_NAMES).href(),
        sorts(),
        folds(),
        new PageDates(visit, result).view(),
        new PageFacets(address(), request.facets().size(), result.facets()).views(),
        new PageView.Hits(
            result.hits().stream().map(hit -> new PageHit(address(), hit).view()).toList(),
            visit.moment(),
            request.zone()),
        new PageNumbers(address(), request.page(), result).view());
  }

  private PageAddress address() {
    return visit.address();
  }

  private String words() {
    return String.join(" ", address().values(QUERY)).strip();
  }

  private Optional<String> subject() {
    boolean all =
        !address().has(QUERY) && FILTERS.stream().noneMatch(field -> address().has(field.label()));
    return all ? Optional.empty() : Optional.of(FeedSubject.of(visit.search().echo()));
  }

  private List<PageView.Notice> notices() {
    List<PageView.Notice> notices = new ArrayList<>();
    result
        .wording()
        .corrected()
        .map(words -> new PageView.Corrected(search(words), asTyped()))
        .ifPresent(notices::add);
    result
        .wording()
        .didYouMean()
        .map(words -> new PageView.DidYouMean(search(words)))
        .ifPresent(notices::add);
    if (result.wording().relaxed() && !result.hits().isEmpty()) {
      notices.add(new PageView.Relaxed());
    }
    return notices;
  }

  private Link search(String words) {
    return new Link(words, address().with(QUERY, words).href());
  }

  private Link asTyped() {
    return new Link(words(), address().with(TYPOS, "off").href());
  }

  private List<Choice> sorts() {
    List<Choice> sorts = new ArrayList<>();
    for (SortOrder order : SortOrder.values()) {
      if (isOffered(order)) {
        sorts.add(
            new Choice(
                new Link(name(order), sortedBy(order).href()), order == visit.request().sort()));
      }
    }
    return sorts;
  }

  /** Few sites tell of heat: it is there for who knows of it. */
  private boolean isOffered(SortOrder order) {
    return switch (order) {
      case RELEVANCE -> !visit.request().query().isEmpty();
      case HEAT -> visit.request().sort() == order;
      case NEWEST, OLDEST, QUALITY -> true;
    };
  }

  private PageAddress sortedBy(SortOrder order) {
    SortOrder unsaid = visit.request().query().isEmpty() ? SortOrder.NEWEST : SortOrder.RELEVANCE;
    return order == unsaid ? address().without(SORT) : address().with(SORT, order.label());
  }

  private static String name(SortOrder order) {
    return switch (order) {
      case RELEVANCE -> "Relevance";
      case NEWEST -> "Newest";
      case OLDEST -> "Oldest";
      case QUALITY -> "Quality";
      case HEAT -> "Most discussed";
    };
  }

  private List<Choice> folds() {
    boolean folded = visit.request().options().byStory();
    return List.of(
        new Choice(new Link("Stories", address().without(GROUP).href()), folded),
        new Choice(new Link("All articles", address().with(GROUP, UNGROUPED).href()), !folded));
  }
}
