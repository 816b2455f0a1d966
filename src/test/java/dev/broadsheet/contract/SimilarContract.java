package dev.broadsheet.contract;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static dev.broadsheet.fixture.ArticleBuilder.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.SimilarRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is like an item. */
public abstract class SimilarContract extends EngineContract {
  private List<String> like(String path, Filter... filters) {
    return like(path, 10, filters);
  }

  private List<String> like(String path, int size, Filter... filters) {
    return titles(
        engine()
            .similar(new SimilarRequest(idOf(path), List.of(filters), size))
            .orElseThrow()
            .hits());
  }

  private static ArticleBuilder walrus() {
    return article("walrus")
        .title("Walrus pups rescued near Svalbard")
        .excerpt("Rangers found three of them on a drifting floe.")
        .topics("Oceans");
  }

  private static ArticleBuilder harbour() {
    return article("harbour").title("Harbour bridge opens after repairs").topics("Transport");
  }

  @Test
  void itemThatSharesTellingWordsIsFound_andOthersAreNot() {
    given(walrus(), harbour(), article("1").title("Rescued walrus pups thrive"));
    assertThat(like("walrus")).containsExactly("Rescued walrus pups thrive");
  }

  @Test
  void moreSharedWordsComeFirst() {
    given(
        walrus(),
        harbour(),
        article("1").title("Walrus pups counted"),
        article("2").title("Walrus pups rescued off Svalbard"));
    assertThat(like("walrus"))
        .containsExactly("Walrus pups rescued off Svalbard", "Walrus pups counted");
  }

  @Test
  void oneCommonWordIsNotEnough() {
    given(
        walrus(),
        harbour(),
        article("1").title("Svalbard flood"),
        article("2").title("Walrus pups rescued"),
        article("3").title("Near the floe drifting found rangers"));
    assertThat(like("walrus")).doesNotContain("Svalbard flood");
  }

  @Test
  void itemItselfAndItsStoryAreLeftOut() {
    given(
        walrus(),
        harbour(),
        article("1").title("Walrus pups rescued, says ranger").relatedTo("walrus"),
        article("2").title("Walrus pups rescued again"));
    assertThat(like("walrus")).containsExactly("Walrus pups rescued again");
    assertThat(like("1")).containsExactly("Walrus pups rescued again");
  }

  @Test
  void filtersRestrictTheAnswer_andSizeCutsIt() {
    given(
        walrus(),
        article("1").title("Walrus pups rescued again").type("video"),
        article("2").title("Walrus pups rescued once more").type("article"));
    assertThat(like("walrus", new Filter.Values(FacetField.TYPE, List.of("video"), List.of())))
        .containsExactly("Walrus pups rescued again");
    assertThat(like("walrus", 1)).hasSize(1);
    assertThat(like("walrus", 0)).isEmpty();
  }

  @Test
  void unknownItemIsNotFound() {
    given(walrus());
    assertThat(engine().similar(new SimilarRequest(idOf("nowhere"), List.of(), 10))).isEmpty();
  }

  @Test
  void itemThatNothingIsLikeHasNoneLikeIt() {
    given(walrus(), harbour());
    assertThat(like("walrus")).isEmpty();
  }

  @Test
  void hiddenItemsAreNeitherFoundNorAsked() {
    givenPublishedOnly(
        walrus(),
        article("1").title("Walrus pups rescued again").unpublished(),
        article("2").title("Walrus pups rescued once more"));
    assertThat(like("walrus")).containsExactly("Walrus pups rescued once more");
    assertThat(engine().similar(new SimilarRequest(idOf("1"), List.of(), 10))).isEmpty();
  }
}
