package dev.broadsheet.opensearch;

import dev.broadsheet.search.Filter;
import dev.broadsheet.words.Restriction;
import dev.broadsheet.words.TextPlan;
import java.util.List;

/** The queries of a search's tiers, restricted to what may be seen and was asked for. */
record Tiers(TextPlan<Sought> plan, Restriction restriction, List<Filter> filters) {
  int size() {
    return plan.tiers().size();
  }

  /** What a tier matches and none before it does. */
  Sought alone(int tier) {
    return new Sought.Restricted(
        plan.tiers().get(tier).alone(), restriction.and(filters), List.of());
  }
}
