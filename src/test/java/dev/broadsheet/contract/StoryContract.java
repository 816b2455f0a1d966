package dev.broadsheet.contract;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static dev.broadsheet.fixture.ArticleBuilder.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.search.Coverage;
import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the items of a story fold into one hit. */
public abstract class StoryContract extends EngineContract {
  private List<String> grouped(String words) {
    return titles(search(find(words).byStory()).hits());
  }

  private static Hit.StoryGroup group(Hit hit) {
    return hit.group().orElseThrow();
  }

  private List<String> counted(RequestBuilder request, FacetField field) {
    return search(request.byStory().facets(field)).facets().getFirst().values().stream()
        .map(StoryContract::shown)
        .toList();
  }

  private static String shown(FacetCounts.Value value) {
    return value.value() + " " + value.count() + (value.selected() ? " selected" : "");
  }

  private static ArticleBuilder told(String path, String title, String day) {
    return article(path).title(title).date("2024-05-" + day + "T00:00:00Z");
  }

  @Test
  void storyIsOneHit_withWhatElseOfItMatches() {
    given(
        told("a", "Flood in the harbour", "03"),
        told("b", "Harbour under water", "02").relatedTo("a"),
        told("c", "Pumps are running", "01").relatedTo("a"),
        told("d", "Harbour bridge", "04"));
    SearchResult result = search(find("harbour").sort(SortOrder.NEWEST).byStory());
    assertThat(titles(result.hits())).containsExactly("Harbour bridge", "Flood in the harbour");
    assertThat(result.total()).isEqualTo(2);
    assertThat(group(result.hits().get(0)).related()).isEmpty();
    assertThat(titles(group(result.hits().get(1)).related()))
        .containsExactly("Harbour under water");
  }

  @Test
  void withoutGroupingItemsAreHits_andStandForNone() {
    given(told("a", "Flood", "03"), told("b", "Flood again", "02").relatedTo("a"));
    SearchResult result = search(find("flood"));
    assertThat(result.total()).isEqualTo(2);
    assertThat(result.hits()).allMatch(hit -> hit.group().isEmpty());
  }

  @Test
  void coverageIsOfTheItemsThatMatch() {
    given(
        told("a", "Flood", "03").provider("A", "a.example"),
        told("b", "Flood again", "02").provider("B", "b.example").relatedTo("a"),
        told("c", "Flood recedes", "05").provider("A", "a.example").relatedTo("a"),
        told("d", "Pumps", "01").provider("D", "d.example").relatedTo("a"));
    assertThat(group(search(find("flood").byStory()).hits().getFirst()).coverage())
        .isEqualTo(
            new Coverage(
                3,
                2,
                Optional.of(Instant.parse("2024-05-02T00:00:00Z")),
                Optional.of(Instant.parse("2024-05-05T00:00:00Z"))));
  }

  @Test
  void storyStandsWhereItsBestItemStands_andTheNextBestAreInTheSameOrder() {
    given(
        told("a", "One", "03").quality(10),
        told("b", "Two", "02").quality(90).relatedTo("a"),
        told("c", "Three", "01").quality(50).relatedTo("a"),
        told("d", "Four", "04").quality(60));
    SearchResult result = search(find("").sort(SortOrder.QUALITY).byStory());
    assertThat(titles(result.hits())).containsExactly("Two", "Four");
    assertThat(titles(group(result.hits().getFirst()).related())).containsExactly("Three", "One");
    assertThat(titles(search(find("").sort(SortOrder.OLDEST).byStory()).hits()))
        .containsExactly("Three", "Four");
  }

  @Test
  void threeOfTheNextBestAreShown_withScoresAndHighlightsOfTheirOwn() {
    List<ArticleBuilder> articles = new ArrayList<>();
    articles.add(told("a", "Flood flood flood flood flood", "01"));
    for (int i = 0; i < 5; i++) {
      articles.add(told("r" + i, "Flood" + " of news".repeat(i + 1), "02").relatedTo("a"));
    }
    given(articles.toArray(ArticleBuilder[]::new));
    Hit hit = search(find("flood").highlight().byStory()).hits().getFirst();
    assertThat(group(hit).coverage().items()).isEqualTo(6);
    List<Hit> related = group(hit).related();
    assertThat(titles(related))
        .containsExactly("Flood of news", "Flood of news of news", "Flood of news of news of news");
    assertThat(related.get(0).score().orElseThrow())
        .isLessThan(hit.score().orElseThrow())
        .isGreaterThan(related.get(1).score().orElseThrow());
    assertThat(related.getFirst().highlight().orElseThrow().title())
        .isEqualTo("<mark>Flood</mark> of news");
  }

  @Test
  void itemUnderSeveralStoriesAppearsOnce_underThatOfMostCoverage() {
    given(
        article("small").title("Small story"),
        article("large").title("Large story"),
        article("1").title("Shared").relatedTo("small").relatedTo("large"),
        article("2").title("Other").relatedTo("large"));
    SearchResult result = search(find("").byStory().page(1, 100));
    assertThat(result.total()).isEqualTo(2);
    assertThat(result.hits())
        .extracting(hit -> group(hit).coverage().items())
        .containsExactlyInAnyOrder(1L, 3L);
  }

  @Test
  void articlesThatStandUnderEachOtherAreOneStory() {
    given(
        article("1").title("One").relatedTo("2").relatedTo("3"),
        article("2").title("Two").relatedTo("1").relatedTo("3"),
        article("3").title("Three").relatedTo("1").relatedTo("2"));
    assertThat(search(find("").byStory()).total()).isEqualTo(1);
  }

  @Test
  void storiesDoNotRunIntoEachOtherThroughAnItemOfBoth() {
    given(
        article("a").title("A"),
        article("b").title("B"),
        article("a1").relatedTo("a"),
        article("a2").relatedTo("a"),
        article("both").relatedTo("a").relatedTo("b"),
        article("b1").relatedTo("b"));
    assertThat(search(find("").byStory()).hits())
        .extracting(hit -> group(hit).coverage().items())
        .containsExactlyInAnyOrder(4L, 2L);
  }

  @Test
  void whatStandsUnderAFoldedArticleOnlyGoesWithIt() {
    given(
        article("a").title("A"),
        article("a1").relatedTo("a"),
        article("folded").relatedTo("a"),
        article("deep").relatedTo("folded"));
    assertThat(search(find("").byStory()).total()).isEqualTo(1);
  }

  @Test
  void itemsWhoseArticleIsNotThereStillMakeAStory() {
    given(
        article("gone").removed(),
        article("1").relatedTo("gone"),
        article("2").relatedTo("gone"),
        article("3").relatedTo("never"));
    assertThat(search(find("").byStory()).total()).isEqualTo(2);
  }

  @Test
  void facetsCountStories() {
    given(
        article("a").topics("Floods", "Harbour").type("article"),
        article("b").topics("Floods").type("video").relatedTo("a"),
        article("c").topics("Floods").type("article"));
    assertThat(counted(find(""), FacetField.TOPIC)).containsExactly("Floods 2", "Harbour 1");
    assertThat(counted(find(""), FacetField.TYPE)).containsExactly("article 2", "video 1");
  }

  @Test
  void facetsOfStoriesAreNotNarrowedByTheirOwnFilter() {
    given(
        article("a").topics("Floods").type("article"),
        article("b").topics("Harbour").type("video").relatedTo("a"),
        article("c").topics("Harbour").type("article"));
    RequestBuilder request = find("").any(FacetField.TOPIC, "floods");
    assertThat(search(request.byStory()).total()).isEqualTo(1);
    assertThat(counted(request, FacetField.TOPIC))
        .containsExactly("Harbour 2", "Floods 1 selected");
    assertThat(search(request).total()).isEqualTo(1);
  }

  @Test
  void storyCountsOnceInEachBarOfDates() {
    given(
        article("a").date("2024-05-01T00:00:00Z"),
        article("b").date("2024-05-20T00:00:00Z").relatedTo("a"),
        article("c").date("2024-06-20T00:00:00Z").relatedTo("a"),
        article("d").date("2024-05-02T00:00:00Z"));
    assertThat(counted(find("").interval(DateInterval.MONTH), FacetField.DATE))
        .containsExactly("2024-05 2", "2024-06 1");
    assertThat(counted(find("").interval(DateInterval.YEAR), FacetField.DATE))
        .containsExactly("2024 2");
    assertThat(counted(find(""), FacetField.DATE))
        .containsExactly("2024-05-01 1", "2024-05-02 1", "2024-05-20 1", "2024-06-20 1");
  }

  @Test
  void hiddenItemsNeitherLeadNorCount() {
    givenPublishedOnly(
        article("a").title("Hidden").unpublished(),
        article("b").title("Shown").topics("Floods").relatedTo("a"),
        article("c").title("Shown too").topics("Floods").relatedTo("a"),
        article("d").title("Alone").topics("Floods"),
        article("e").title("Hidden too").topics("Floods").unpublished());
    SearchResult result = search(find("").byStory().facets(FacetField.TOPIC));
    assertThat(result.total()).isEqualTo(2);
    assertThat(result.hits())
        .extracting(hit -> group(hit).coverage().items())
        .containsExactlyInAnyOrder(2L, 1L);
    assertThat(result.facets().getFirst().values().getFirst().count()).isEqualTo(2);
  }

  @Test
  void filtersDecideWhichItemsOfAStoryMatch() {
    given(
        told("a", "Flood", "03").type("article"),
        told("b", "Flood on film", "02").type("video").relatedTo("a"));
    SearchResult result = search(find("").any(FacetField.TYPE, "video").byStory());
    assertThat(titles(result.hits())).containsExactly("Flood on film");
    assertThat(group(result.hits().getFirst()).related()).isEmpty();
  }

  @Test
  void whatMakesAStoryDoesNotDependOnTheOrderOfTheFiles() {
    ArticleBuilder[] articles = {
      article("a"),
      article("b"),
      article("1").relatedTo("a").relatedTo("b"),
      article("2").relatedTo("b").relatedTo("1"),
      article("3").relatedTo("a").relatedTo("2"),
    };
    given(articles);
    List<Long> sizes = sizes();
    engine().close();
    given(List.of(articles).reversed().toArray(ArticleBuilder[]::new));
    assertThat(sizes()).isEqualTo(sizes);
  }

  private List<Long> sizes() {
    return search(find("").byStory()).hits().stream()
        .map(hit -> group(hit).coverage().items())
        .toList();
  }

  @Test
  void pageBehindTheLastStoryIsEmpty_andSizeNoneCountsOnly() {
    given(article("a").title("A"), article("b").title("B").relatedTo("a"));
    assertThat(search(find("").byStory().page(2, 1)).hits()).isEmpty();
    SearchResult none = search(find("").byStory().page(1, 0));
    assertThat(none.hits()).isEmpty();
    assertThat(none.total()).isEqualTo(1);
  }

  @Test
  void itemThatIsFoundStandsForItsStory_thoughItsArticleIsNot() {
    given(article("a").title("Harbour"), article("b").title("Flood").relatedTo("a"));
    assertThat(grouped("flood")).containsExactly("Flood");
    assertThat(search(find("flood").byStory()).hits().getFirst().stories())
        .containsExactly(new Hit.Story(idOf("a"), "Harbour"));
  }
}
