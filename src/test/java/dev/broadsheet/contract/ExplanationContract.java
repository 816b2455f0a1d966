package dev.broadsheet.contract;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SortOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a score is told to have come about. */
public abstract class ExplanationContract extends EngineContract {
  private void givenThree() {
    given(
        article("1").title("Flood").quality(120),
        article("2").title("Flood").quality(10),
        article("3").title("Flood in the harbour"));
  }

  private static Hit.ScoreParts parts(Hit hit) {
    return hit.explanation().orElseThrow();
  }

  @Test
  void partsMultiplyToTheScore() {
    givenThree();
    List<Hit> hits = search(find("flood").explain()).hits();
    assertThat(hits)
        .hasSize(3)
        .allSatisfy(hit ->
            assertThat(parts(hit).text() * parts(hit).quality() * parts(hit).recency())
                .isCloseTo(hit.score().orElseThrow(), within(1e-6)));
  }

  @Test
  void itemsAlikeInTextDifferInQualityOnly() {
    givenThree();
    List<Hit> hits = search(find("title:flood").explain()).hits();
    assertThat(hits).hasSize(3);
    Hit.ScoreParts best = parts(hits.get(0));
    Hit.ScoreParts worst = parts(hits.get(1));
    assertThat(best.text()).isCloseTo(worst.text(), within(1e-5));
    assertThat(best.quality()).isGreaterThan(1);
    assertThat(worst.quality()).isLessThan(1);
    assertThat(parts(hits.get(2)).quality()).isEqualTo(1);
  }

  @Test
  void recencyIsNeutral() {
    givenThree();
    assertThat(parts(search(find("flood").explain()).hits().getFirst()).recency()).isEqualTo(1);
  }

  @Test
  void nextBestOfAStoryAreExplainedToo() {
    given(article("1").title("Flood"), article("2").title("Flood again").relatedTo("1"));
    Hit hit = search(find("flood").byStory().explain()).hits().getFirst();
    assertThat(hit.group().orElseThrow().related().getFirst().explanation()).isPresent();
  }

  @Test
  void nothingIsExplainedThatWasNotAskedFor_orHasNoScore() {
    givenThree();
    assertThat(search(find("flood")).hits()).allMatch(hit -> hit.explanation().isEmpty());
    assertThat(search(find("flood").sort(SortOrder.NEWEST).explain()).hits())
        .allMatch(hit -> hit.explanation().isEmpty());
  }
}
