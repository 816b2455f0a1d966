package dev.broadsheet.contract;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static dev.broadsheet.fixture.ArticleBuilder.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.search.ArticleResult;
import dev.broadsheet.search.Coverage;
import dev.broadsheet.search.Hit;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told of a single item. */
public abstract class ArticleContract extends EngineContract {
  private ArticleResult found(String path) {
    return engine().article(idOf(path)).orElseThrow();
  }

  private static ArticleBuilder main() {
    return article("main").title("Main").provider("A", "a.example").date("2024-05-02T00:00:00Z");
  }

  private static ArticleBuilder echo(int number) {
    return article("echo" + number)
        .title("Echo " + number)
        .provider("B", "b.example")
        .date("2024-05-0" + number + "T00:00:00Z")
        .relatedTo("main");
  }

  @Test
  void articleIsFoundByItsId() {
    given(main(), article("other").title("Other"));
    assertThat(found("other").hit().article().text().title()).isEqualTo("Other");
    assertThat(found("other").hit().score()).isEmpty();
  }

  @Test
  void unknownIdIsNotFound() {
    given(main());
    assertThat(engine().article(idOf("nowhere"))).isEmpty();
  }

  @Test
  void removedArticleIsNotFound() {
    given(main().removed(), echo(1));
    assertThat(engine().article(idOf("main"))).isEmpty();
  }

  @Test
  void articleTellsItsRelatedCoverage_newestFirst() {
    given(echo(1), main(), echo(3), article("other").title("Other"));
    assertThat(titles(found("main").related())).containsExactly("Echo 3", "Echo 1");
  }

  @Test
  void coverageIsOfTheWholeStory_theItemIncluded() {
    given(main(), echo(1), echo(3), article("undated").title("Undated").relatedTo("main"));
    assertThat(found("main").coverage())
        .isEqualTo(
            new Coverage(
                4,
                2,
                Optional.of(Instant.parse("2024-05-01T00:00:00Z")),
                Optional.of(Instant.parse("2024-05-03T00:00:00Z"))));
  }

  @Test
  void providersAreToldApartByDomain_whateverItsCase() {
    given(
        main(),
        article("1").provider("Alpha", "A.example").relatedTo("main"),
        article("2").provider("A", "other.example").relatedTo("main"));
    assertThat(found("main").coverage().providers()).isEqualTo(2);
  }

  @Test
  void relatedItemTellsTheStoryUnderWhichItStands() {
    given(main(), echo(1), echo(3));
    ArticleResult echo = found("echo1");
    assertThat(titles(echo.related())).containsExactly("Echo 3", "Main");
    assertThat(echo.coverage().items()).isEqualTo(3);
    assertThat(echo.hit().stories()).containsExactly(new Hit.Story(idOf("main"), "Main"));
  }

  @Test
  void itemWithoutAStoryIsAStoryOfItsOwn() {
    given(main(), echo(1), article("other"));
    assertThat(found("other").related()).isEmpty();
    assertThat(found("other").coverage())
        .isEqualTo(new Coverage(1, 0, Optional.empty(), Optional.empty()));
  }

  @Test
  void relatedItemsWhoseArticleIsGoneStillMakeAStory() {
    given(main().removed(), echo(1), echo(3));
    assertThat(titles(found("echo1").related())).containsExactly("Echo 3");
    assertThat(found("echo1").coverage().items()).isEqualTo(2);
  }

  @Test
  void onlySomeOfVeryManyRelatedItemsAreListed_butAllAreCounted() {
    given(
        Stream.concat(
                Stream.of(main()),
                IntStream.range(0, ArticleResult.MAX_RELATED + 5)
                    .mapToObj(i -> article("r" + i).relatedTo("main")))
            .toArray(ArticleBuilder[]::new));
    assertThat(found("main").related()).hasSize(ArticleResult.MAX_RELATED);
    assertThat(found("main").coverage().items()).isEqualTo(ArticleResult.MAX_RELATED + 6);
  }

  @Test
  void hiddenItemIsNotFound() {
    givenPublishedOnly(main().unpublished(), echo(1));
    assertThat(engine().article(idOf("main"))).isEmpty();
  }

  @Test
  void hiddenItemsAreNeitherListedNorCountedNorNamed() {
    givenPublishedOnly(main().unpublished(), echo(1), echo(2), echo(3).unpublished());
    ArticleResult echo = found("echo1");
    assertThat(titles(echo.related())).containsExactly("Echo 2");
    assertThat(echo.coverage().items()).isEqualTo(2);
    assertThat(echo.coverage().lastSeen()).contains(Instant.parse("2024-05-02T00:00:00Z"));
    assertThat(echo.hit().stories()).isEmpty();
  }

  @Test
  void versionIsThatOfTheEngine_andMadeOfLettersDigitsDotsAndDashes() {
    given(main());
    assertThat(found("main").version()).isEqualTo(engine().version()).matches("[A-Za-z0-9.-]+");
  }
}
