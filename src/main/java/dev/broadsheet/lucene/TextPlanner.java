package dev.broadsheet.lucene;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.Wording;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;

/**
 * Decides how words are looked for in a snapshot. The decision depends on the words and on what is
 * visible, not on the filters, the order or the page of a request: so each of its counts is the
 * total of the search that is narrowed by it.
 */
final class TextPlanner {
  private TextPlanner() {}

  /** The plan for a query. */
  static TextPlan plan(TextQuery typed) {
    return plan(typed, PlanDecision.AS_TYPED);
  }

  /** The plan for a query of which all that has to be decided has been decided before. */
  static TextPlan plan(TextQuery typed, PlanDecision decision) {
    TextQuery meant = decision.corrected(typed);
    List<Query> tiers = new ArrayList<>(List.of(QueryTranslator.text(typed)));
    if (!meant.equals(typed)) {
      tiers.add(QueryTranslator.text(meant));
    }
    return new TextPlan(tiers, QueryTranslator.marking(meant), Wording.AS_TYPED, decision);
  }
}
