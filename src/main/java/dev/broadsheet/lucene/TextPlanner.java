package dev.broadsheet.lucene;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.Wording;
import java.util.List;

/**
 * Decides how words are looked for in an index. The decision depends on the words and on what is
 * visible, not on the filters, the order or the page of a request: so each of its counts is the
 * total of the search that is narrowed by it.
 */
final class TextPlanner {
  private TextPlanner() {}

  /** The plan for a query. */
  static TextPlan plan(TextQuery typed) {
    return new TextPlan(
        List.of(QueryTranslator.text(typed)), QueryTranslator.marking(typed), Wording.AS_TYPED);
  }
}
