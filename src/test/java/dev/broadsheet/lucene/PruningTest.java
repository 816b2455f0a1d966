package dev.broadsheet.lucene;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that skips what can't be among the best finds what one that looks at all finds. */
final class PruningTest {
  private static final int ARTICLES = 8000;
  private static final List<String> COMMON =
      List.of("bank", "river", "moon", "ship", "ships", "port");

  @TempDir private Path folder;

  @Test
  void bestHitsAreThoseOfASearchThatSkipsNothing() {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println("PruningTest: -Dtest.seed=" + seed);
    var random = new Random(seed);
    List<ArticleBuilder> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      articles.add(
          article("p" + i)
              .title(words(random, 1 + random.nextInt(6)))
              .excerpt(words(random, 1 + random.nextInt(40)))
              .quality(Math.exp(random.nextGaussian() + 4)));
    }
    TestIndex.write(LuceneEngine.target(folder, LuceneSettings.DEFAULT), articles);
    try (SearchEngine engine = LuceneEngine.open(folder, LuceneSettings.DEFAULT)) {
      for (String query :
          List.of(
              "bank",
              "ships",
              "ships -moon",
              "bank river",
              "bank OR ship",
              "\"moon ship\"",
              "port -moon",
              "w7 moon",
              "ba*",
              "mo* ship")) {
        assertThat(best(engine, query, 10))
            .as(query)
            .isEqualTo(best(engine, query, ARTICLES).stream().limit(10).toList());
      }
    }
  }

  @Test
  void whatTiesIsInOrderOfDateAndIdentity_overAllSegments() {
    List<ArticleBuilder> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      ArticleBuilder article = article("p" + i).title(i % 2 == 0 ? "bank" : "bank river");
      articles.add(i % 7 == 0 ? article : article.date("2024-05-0" + (i % 7) + "T00:00:00Z"));
    }
    TestIndex.writeInSteps(LuceneEngine.target(folder, LuceneSettings.DEFAULT), articles, 3);
    try (SearchEngine engine = LuceneEngine.open(folder, LuceneSettings.DEFAULT)) {
      List<Article> expected =
          articles.stream()
              .map(article -> article.mention().article())
              .filter(article -> article.text().title().equals("bank"))
              .sorted(
                  Comparator.comparing(
                          (Article article) -> article.publishedAt().orElse(Instant.EPOCH))
                      .reversed()
                      .thenComparing(Article::id))
              .toList();
      var request = new RequestBuilder().words("bank").page(1, 400).facets(FacetField.KIND);
      Optional<Cursor> next = Optional.empty();
      for (int begin = 0; begin < expected.size(); begin += 400) {
        next.ifPresent(request::after);
        SearchResult result = engine.search(request.build());
        next = result.next();
        assertThat(ids(result).subList(0, Math.min(400, expected.size() - begin)))
            .isEqualTo(expected.stream().skip(begin).limit(400).map(Article::id).toList());
      }
    }
  }

  private static String words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(
          random.nextBoolean()
              ? COMMON.get(random.nextInt(COMMON.size()))
              : "w" + random.nextInt(300));
    }
    return String.join(" ", words);
  }

  /** With a facet, hits are not counted on the way, so that the engine skips what it can. */
  private static List<ArticleId> best(SearchEngine engine, String query, int size) {
    return ids(
        engine.search(
            new RequestBuilder().words(query).page(1, size).facets(FacetField.KIND).build()));
  }

  private static List<ArticleId> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.article().id()).toList();
  }
}
