package dev.broadsheet.http;

import static dev.broadsheet.http.SearchParameters.CURSOR;
import static dev.broadsheet.http.SearchParameters.PAGE;

import dev.broadsheet.page.PageView;
import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from page to page: by number as deep as that goes, and by cursor beyond.
 *
 * @param address of the page
 * @param page which it is
 * @param result what was found
 */
record PageNumbers(PageAddress address, SearchRequest.Page page, SearchResult result) {
  /** How many pages on either side of this one are shown. */
  private static final int AROUND = 2;

  PageView.Paging view() {
    return page.after().isPresent()
        ? new PageView.Paging(Optional.of(address.first().href()), List.of(), nextByCursor())
        : new PageView.Paging(previous(), numbers(), next());
  }

  /** The last that can be reached by its number. */
  private int last() {
    long reachable = Math.min(result.total(), SearchRequest.Page.MAX_DEPTH);
    int full = SearchRequest.Page.MAX_DEPTH / page.size();
    return (int) Math.min(full, Math.max(1, Math.ceilDiv(reachable, page.size())));
  }

  private Optional<String> previous() {
    return page.number() > 1
        ? Optional.of(href(Math.min(page.number() - 1, last())))
        : Optional.empty();
  }

  private Optional<String> next() {
    boolean deeper = (long) (page.number() + 1) * page.size() <= SearchRequest.Page.MAX_DEPTH;
    return deeper ? result.next().map(_ -> href(page.number() + 1)) : nextByCursor();
  }

  private Optional<String> nextByCursor() {
    return result.next().map(Cursor::token).map(token -> address.with(CURSOR, token).href());
  }

  private List<PageView.Page> numbers() {
    List<PageView.Page> numbers = new ArrayList<>();
    int before = 0;
    for (int number = 1; number <= last(); number = following(number)) {
      if (isShown(number)) {
        numbers.add(
            new PageView.Page(number, href(number), number == page.number(), number > before + 1));
        before = number;
      }
    }
    return numbers;
  }

  /** Not one by one: there may be ten thousand. */
  private int following(int number) {
    int nextShown = number < page.number() + AROUND ? page.number() - AROUND : last();
    return Math.max(number + 1, Math.min(nextShown, last()));
  }

  private boolean isShown(int number) {
    return number == 1 || number == last() || Math.abs(number - page.number()) <= AROUND;
  }

  private String href(int number) {
    return number == 1
        ? address.first().href()
        : address.with(PAGE, Integer.toString(number)).href();
  }
}
