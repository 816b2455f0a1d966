package dev.broadsheet.lucene;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is remembered of a search changes nothing of its answer, whoever asks, and however often.
 */
final class RememberedPlanTest {
  private static final int THREADS = 4;
  private static final int TIMES = 5;

  @TempDir private Path folder;

  @Test
  void manyThreads_getTheFirstAnswerAgain() throws ExecutionException, InterruptedException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println("RememberedPlanTest: -Dtest.seed=" + seed);
    var random = new Random(seed);
    List<SearchRequest> requests =
        Stream.generate(() -> requests(random)).limit(60).flatMap(it -> it).distinct().toList();
    try (SearchEngine engine = LuceneIndexes.open(folder, articles(random));
        var threads = Executors.newFixedThreadPool(THREADS)) {
      List<SearchResult> first = requests.stream().map(engine::search).toList();

      List<Future<Boolean>> asked = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        asked.add(threads.submit(asking(engine, requests, first, new Random(seed + i))));
      }

      assertThat(first).anyMatch(result -> result.wording().relaxed());
      assertThat(first).anyMatch(result -> result.next().isPresent());
      for (Future<Boolean> done : asked) {
        assertThat(done.get()).as("-Dtest.seed=%s", seed).isTrue();
      }
    }
  }

  /** Asks all of them again and again, in no order. */
  private static Callable<Boolean> asking(
      SearchEngine engine, List<SearchRequest> requests, List<SearchResult> first, Random random) {
    List<Integer> order =
        new ArrayList<>(
            Collections.nCopies(TIMES, IntStream.range(0, requests.size()).boxed().toList())
                .stream()
                .flatMap(List::stream)
                .toList());
    Collections.shuffle(order, random);
    return () -> {
      for (int i : order) {
        assertThat(engine.search(requests.get(i)))
            .as(requests.get(i).toString())
            .isEqualTo(first.get(i));
      }
      return true;
    };
  }

  /** Some words, and the same with a filter. */
  private static Stream<SearchRequest> requests(Random random) {
    String words = words(random, 1 + random.nextInt(4));
    return Stream.of(request(words).build(), request(words).any(FacetField.TOPIC, "Even").build());
  }

  private static RequestBuilder request(String words) {
    return new RequestBuilder().words(words).page(1, 3).highlight();
  }

  private static List<ArticleBuilder> articles(Random random) {
    return IntStream.range(0, 400)
        .mapToObj(i ->
            article("p" + i)
                .title(words(random, 4))
                .excerpt(words(random, 9))
                .topics(i % 2 == 0 ? "Even" : "Odd"))
        .toList();
  }

  private static String words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add("word" + random.nextInt(random.nextInt(40) + 1));
    }
    return String.join(" ", words);
  }
}
