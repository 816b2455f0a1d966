package dev.broadsheet.lucene;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.SearchCost;
import dev.broadsheet.search.SearchCost.Counts;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine tells of its searches. */
final class SearchCostTest {
  @TempDir private Path folder;
  private final List<SearchRequest> requests = new ArrayList<>();
  private final List<SearchResult> results = new ArrayList<>();
  private final List<SearchCost> costs = new ArrayList<>();

  private SearchEngine open() {
    TestIndex.write(
        LuceneEngine.target(folder, LuceneSettings.DEFAULT),
        List.of(article("a").title("walrus"), article("b").title("walrus moon")));
    return LuceneEngine.open(
        folder,
        LuceneSettings.DEFAULT,
        Optional.empty(),
        (request, result, cost) -> {
          requests.add(request);
          results.add(result);
          costs.add(cost);
        });
  }

  @Test
  void eachSearch_isToldOnce_withItsResult() {
    SearchRequest request = new RequestBuilder().words("walrus").build();
    try (SearchEngine engine = open()) {
      SearchResult result = engine.search(request);

      assertThat(requests).containsExactly(request);
      assertThat(results).containsExactly(result);
    }
    SearchCost cost = costs.getFirst();
    assertThat(cost.counts()).isEqualTo(Counts.NONE);
    assertThat(cost.counting()).isZero();
    assertThat(cost.planning()).isPositive();
    assertThat(cost.finding()).isPositive();
    assertThat(cost.reading()).isPositive();
    assertThat(cost.highlighting()).isZero();
    assertThat(cost.total()).isEqualTo(cost.planning() + cost.finding() + cost.reading());
  }

  @Test
  void countsThatAreRemembered_areToldApart() {
    SearchRequest all = new RequestBuilder().facets(FacetField.TOPIC).build();
    try (SearchEngine engine = open()) {
      engine.search(all);
      engine.search(all);
    }
    assertThat(costs)
        .extracting(SearchCost::counts)
        .containsExactly(Counts.COUNTED, Counts.REMEMBERED);
  }
}
