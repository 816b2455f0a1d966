package dev.broadsheet.app;

import dev.broadsheet.config.Config;
import dev.broadsheet.search.SearchCost;
import dev.broadsheet.search.SearchObserver;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.TextQueryFormatter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Tells in the log of searches that took long, and what of them did. What was looked for is the
 * visitor's own affair, and told only where a setting says so.
 */
final class SlowSearches implements SearchObserver {
  private static final Logger LOG = LoggerFactory.getLogger("dev.broadsheet.slow");
  private static final double NANOS_PER_MILLI = 1e6;

  private final long slow;
  private final boolean queries;

  SlowSearches(Config.Log log) {
    this.slow = log.slow().toNanos();
    this.queries = log.queries();
  }

  @Override
  public void searched(SearchRequest request, SearchResult result, SearchCost cost) {
    if (slow > 0 && cost.total() >= slow) {
      tell(request, result, cost);
    }
  }

  private void tell(SearchRequest request, SearchResult result, SearchCost cost) {
    String parts =
        "plan "
            + millis(cost.planning())
            + ", search "
            + millis(cost.finding())
            + ", facets "
            + millis(cost.counting())
            + ", read "
            + millis(cost.reading())
            + ", highlight "
            + millis(cost.highlighting());
    LoggingEventBuilder line =
        LOG.atWarn()
            .addKeyValue("ms", millis(cost.total()))
            .addKeyValue("parts", parts)
            .addKeyValue("total", result.total())
            .addKeyValue("filters", request.filters().size())
            .addKeyValue("facets", request.facets().fields().size())
            .addKeyValue("sort", request.sort().label());
    String shape =
        "A slow search: {} ms ({}); {} found, {} filters, {} facets, by {}, size {}, page {}";
    String query = queries ? TextQueryFormatter.format(request.query()) : "";
    if (queries) {
      line = line.addKeyValue("query", query);
      shape += ": {}";
    }
    line.log(
        shape,
        millis(cost.total()),
        parts,
        result.total(),
        request.filters().size(),
        request.facets().fields().size(),
        request.sort().label(),
        request.page().size(),
        request.page().number(),
        query);
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / NANOS_PER_MILLI);
  }
}
