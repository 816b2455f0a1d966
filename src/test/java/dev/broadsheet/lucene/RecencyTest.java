package dev.broadsheet.lucene;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static dev.broadsheet.fixture.ArticleBuilder.idOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.words.Ranking;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecencyTest {
  private static final Ranking.Recency HALF = new Ranking.Recency(0.5, Duration.ofDays(10));

  @TempDir private Path folder;

  private SearchEngine open(Ranking.Recency recency, List<ArticleBuilder> articles) {
    var settings = LuceneSettings.DEFAULT.withRanking(Ranking.DEFAULT.withRecency(recency));
    TestIndex.write(LuceneEngine.target(folder, settings), articles);
    return LuceneEngine.open(folder, settings);
  }

  private static List<ArticleId> find(SearchEngine engine, int size) {
    return engine
        .search(new RequestBuilder().words("walrus").page(1, size).facets(FacetField.KIND).build())
        .hits()
        .stream()
        .map(hit -> hit.article().id())
        .toList();
  }

  private static String daysAgo(long days) {
    return Instant.now().minus(Duration.ofDays(days)).toString();
  }

  @Test
  void halfOfTheWeightIsGoneAfterTheHalfLife_andNoneOfTheRestEver() {
    assertThat(HALF.factor(Duration.ZERO)).isEqualTo(1);
    assertThat(HALF.factor(Duration.ofDays(-3))).isEqualTo(1);
    assertThat(HALF.factor(Duration.ofDays(10))).isCloseTo(0.75, within(1e-9));
    assertThat(HALF.factor(Duration.ofDays(20))).isCloseTo(0.625, within(1e-9));
    assertThat(HALF.factor(Duration.ofDays(100_000))).isCloseTo(0.5, within(1e-9));
    assertThat(HALF.factorOfUndated()).isEqualTo(0.5);
  }

  @Test
  void badValues_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ranking.Recency(1, Duration.ofDays(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Ranking.Recency(0.5, Duration.ZERO));
  }

  @Test
  void newerComesFirst_whereItIsOn_andTheUndatedLast() {
    List<ArticleBuilder> articles =
        List.of(
            article("old").title("walrus walrus").date(daysAgo(400)),
            article("new").title("walrus").date(daysAgo(1)),
            article("undated").title("walrus"));
    try (SearchEngine engine = open(HALF, articles)) {
      assertThat(find(engine, 10)).containsExactly(idOf("new"), idOf("old"), idOf("undated"));
    }
    try (SearchEngine engine = open(Ranking.Recency.OFF, articles)) {
      assertThat(find(engine, 10)).startsWith(idOf("old"));
    }
  }

  @Test
  void bestHitsAreThoseOfASearchThatSkipsNothing() {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println("RecencyTest: -Dtest.seed=" + seed);
    var random = new Random(seed);
    List<ArticleBuilder> articles = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      articles.add(
          article("p" + i)
              .title("walrus " + "seal ".repeat(random.nextInt(8)))
              .quality(random.nextInt(150))
              .date(daysAgo(random.nextInt(60))));
    }
    try (SearchEngine engine = open(HALF, articles)) {
      assertThat(find(engine, 10)).isEqualTo(find(engine, 3000).subList(0, 10));
    }
  }
}
