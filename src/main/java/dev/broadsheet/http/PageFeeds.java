package dev.broadsheet.http;

import dev.broadsheet.page.PageView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the search of a page can be followed. */
final class PageFeeds {
  private PageFeeds() {}

  /** The feeds of what the page shows, without its order and its page numbers. */
  static List<PageView.Feed> of(PageAddress address) {
    Map<String, List<String>> followed = new LinkedHashMap<>(address.parameters());
    followed.keySet().retainAll(FeedHandler.FOLLOWED);
    followed.putIfAbsent(SearchParameters.GROUP, List.of(SearchParameters.BY_STORY));
    String query = new PageAddress(followed).query();
    return FeedHandler.FORMATS.stream()
        .map(format -> new PageView.Feed(format.label(), format.mediaType(), format.file() + query))
        .toList();
  }
}
