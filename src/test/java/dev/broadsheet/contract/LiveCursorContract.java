package dev.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.ArticleMerger;
import dev.broadsheet.article.Mention;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.indexing.GenerationWriter;
import dev.broadsheet.indexing.IndexTarget;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Answers are gone through by cursor while the index changes: some articles stay as they are, and
 * come once each and in order; others come and go.
 */
public abstract class LiveCursorContract {
  private static final int STAYING = 100;
  private static final int CHANGING = 60;
  private static final int FIRST_CHANGING = 1000;

  /** So many states of the index have to be seen by walks in each order. */
  private static final int MIN_VERSIONS = 3;

  private RandomSearches random;
  private List<ArticleBuilder> staying;
  private SearchEngine engine;

  /** The one index of the test. */
  protected abstract IndexTarget target();

  /** An engine over it. */
  protected abstract SearchEngine open();

  @BeforeEach
  void fillIndex() {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println(getClass().getSimpleName() + ": -Dtest.seed=" + seed);
    random = new RandomSearches(new Random(seed));
    staying = random.articles(STAYING);
    write(random, true);
    engine = open();
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  /** Writes some of the articles that change, and all, if the index is built anew. */
  private void write(RandomSearches choice, boolean full) {
    try (GenerationWriter writer = target().openWriter(full)) {
      if (full) {
        staying.forEach(article -> put(writer, article));
      }
      for (int i = 0; i < CHANGING; i++) {
        // They stand under none that stay, so that the stories of those stay too.
        ArticleBuilder article = choice.article(FIRST_CHANGING + i, FIRST_CHANGING, CHANGING);
        if (choice.chance(2)) {
          put(writer, article);
        } else {
          writer.putItem(article.build().id(), List.of(), Optional.empty());
        }
      }
      writer.publish();
    }
  }

  private static void put(GenerationWriter writer, ArticleBuilder article) {
    List<Mention> mentions = List.of(article.mention());
    writer.putItem(article.build().id(), mentions, ArticleMerger.merge(mentions));
  }

  private void changeAndRestart() {
    engine.close();
    write(random, random.chance(3));
    engine = open();
  }

  @ParameterizedTest
  @CsvSource({
    "RELEVANCE, false", "NEWEST, false", "OLDEST, false", "QUALITY, false", "HEAT, false",
    "RELEVANCE, true", "NEWEST, true", "OLDEST, true", "QUALITY, true", "HEAT, true",
  })
  void whatStaysComesOnceAndInOrder_thoughTheIndexChangesBehindEveryPage(
      SortOrder order, boolean byStory) {
    for (String words : List.of("", "bank OR river OR moon OR ship OR law")) {
      RequestBuilder request = new RequestBuilder().words(words).sort(order);
      if (byStory) {
        request.byStory();
      }
      List<Hit> first = engine.search(request.page(1, 1000).build()).hits();
      List<Hit> walked = new ArrayList<>();
      SearchResult page = engine.search(request.page(1, 10 + random.number(30)).build());
      walked.addAll(page.hits());
      while (page.next().isPresent()) {
        changeAndRestart();
        request.page(1, 10 + random.number(30)).after(page.next().get());
        page = engine.search(request.build());
        walked.addAll(page.hits());
      }
      assertThat(ofThoseThatStay(walked)).isEqualTo(ofThoseThatStay(first)).hasSizeGreaterThan(20);
    }
  }

  /** Scores and groups included. */
  private List<Hit> ofThoseThatStay(List<Hit> hits) {
    Set<ArticleId> ids = new HashSet<>();
    staying.forEach(article -> ids.add(article.build().id()));
    return hits.stream().filter(hit -> ids.contains(hit.article().id())).toList();
  }

  @Test
  void whatStaysComesOnceAndInOrder_whileAnotherThreadReindexes()
      throws InterruptedException, ExecutionException {
    var done = new AtomicBoolean();
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      var choice = new RandomSearches(new Random(random.number(Integer.MAX_VALUE)));
      Future<?> writing =
          executor.submit(() -> {
            while (!done.get()) {
              write(choice, choice.chance(4));
            }
          });
      try {
        for (SortOrder order : SortOrder.values()) {
          walkUntilChangesWereSeen(order);
        }
      } finally {
        done.set(true);
      }
      writing.get();
    }
  }

  private void walkUntilChangesWereSeen(SortOrder order) throws InterruptedException {
    RequestBuilder request =
        new RequestBuilder().words("bank OR river OR moon OR ship").sort(order);
    Set<String> versions = new HashSet<>();
    while (versions.size() < MIN_VERSIONS) {
      List<Hit> walked = new ArrayList<>();
      SearchResult page = engine.search(request.page(1, 10).build());
      walked.addAll(page.hits());
      Set<String> seen = new HashSet<>(Set.of(page.version()));
      while (page.next().isPresent()) {
        Thread.sleep(60);
        page = engine.search(request.page(1, 10).after(page.next().get()).build());
        walked.addAll(page.hits());
        seen.add(page.version());
      }
      if (seen.size() > 1) {
        versions.addAll(seen);
      }
      assertStayedInOrder(order, ofThoseThatStay(walked));
    }
  }

  private void assertStayedInOrder(SortOrder order, List<Hit> walked) {
    List<Article> expected =
        new NaiveMatcher(staying.stream().map(ArticleBuilder::build).toList())
            .matches(new RequestBuilder().words("bank OR river OR moon OR ship").build());
    List<ArticleId> ids = walked.stream().map(hit -> hit.article().id()).toList();
    if (order == SortOrder.RELEVANCE) {
      assertThat(ids)
          .containsExactlyInAnyOrderElementsOf(expected.stream().map(Article::id).toList());
      assertThat(walked).extracting(hit -> -hit.score().orElseThrow()).isSorted();
    } else {
      assertThat(ids)
          .isEqualTo(expected.stream().sorted(NaiveMatcher.order(order)).map(Article::id).toList());
    }
  }
}
