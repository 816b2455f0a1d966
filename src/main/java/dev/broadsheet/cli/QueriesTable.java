package dev.broadsheet.cli;

import dev.broadsheet.analytics.QueryCount;
import dev.broadsheet.analytics.QueryReport;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Shows a person what visitors looked for. */
record QueriesTable(Screen screen) {
  void print(QueryReport report) {
    QueryCount total = report.total();
    screen.line(
        report.from()
            + " to "
            + report.to()
            + ": "
            + PlainText.number(total.searches())
            + " searches, "
            + PlainText.number(total.withoutHits())
            + " without hits, "
            + PlainText.number(total.clicks())
            + " clicks");
    list("Most looked for", report.top(), QueryCount::searches);
    list("In vain", report.missed(), QueryCount::withoutHits);
  }

  private void list(String title, List<QueryCount> counts, ToLongFunction<QueryCount> shown) {
    if (!counts.isEmpty()) {
      screen.line("");
      screen.line(screen.faint(title));
    }
    for (QueryCount count : counts) {
      screen.line(
          String.format(
              Locale.ROOT,
              "%9s  %s",
              PlainText.number(shown.applyAsLong(count)),
              PlainText.safe(count.words())));
    }
  }
}
