package dev.broadsheet.lucene;

import dev.broadsheet.search.Filter;
import dev.broadsheet.words.Restriction;
import dev.broadsheet.words.TextPlan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * The queries of a search's tiers, restricted to what may be seen and was asked for.
 *
 * @param remembered what is remembered with the plan, if that is
 */
record TieredQuery(
    TextPlan<Query> plan,
    Restriction restriction,
    List<Filter> filters,
    Optional<RememberedPlan> remembered) {
  int tiers() {
    return plan.tiers().size();
  }

  /** What a tier matches and none before it does. */
  Query alone(int tier) {
    return QueryTranslator.restricted(plan.tiers().get(tier).alone(), restriction, filters);
  }

  /** The same, to find the best by score. */
  WeighedQuery weighed(int tier, IndexSearcher searcher) throws IOException {
    return remembered.isPresent() && filters.isEmpty()
        ? remembered.get().alone(tier, () -> alone(tier), searcher)
        : WeighedQuery.of(searcher, alone(tier));
  }

  /** What of these documents a tier matches and none before it does; scored as without them. */
  Query alone(int tier, DocumentsQuery among) {
    return new BooleanQuery.Builder().add(alone(tier), Occur.MUST).add(among, Occur.FILTER).build();
  }
}
