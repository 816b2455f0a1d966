package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.BroadsheetProcess;
import dev.broadsheet.fixture.Thorough;
import dev.broadsheet.fixture.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A server that is asked all the time, while other processes reindex under it; {@code
 * -Dlive.reindexes=50} for more often than usual.
 */
@Thorough
final class LiveReindexTest {
  private static final int ARTICLES = 12;
  private static final int REINDEXES = Integer.getInteger("live.reindexes", 10);

  /** A machine that is busy with the reindexes may be slow, but turns nobody away for it. */
  private static final Map<String, String> ALL_THE_TIME =
      Map.of("BROADSHEET_SEARCH_TIMEOUT_MS", "60000", "BROADSHEET_LOAD_MAX_WAIT_MS", "60000");

  @TempDir private Path folder;

  /** All articles of a version have its number as topic, and it is in all their titles. */
  private void write(Path corpus, int version) throws IOException {
    for (int i = 0; i < ARTICLES; i++) {
      Files.write(
          corpus.resolve("a" + i + ".md"),
          List.of(
              "---",
              "title: Walrus " + i + " of version " + version,
              "sourceUrl: https://example.com/" + i,
              "topics: [v" + version + "]",
              "---"));
    }
  }

  @Test
  void everyAnswerIsOfOneVersion_noneFails_andTheNewestIsSeenWithinASecond()
      throws IOException, InterruptedException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Path index = folder.resolve("index");
    write(corpus, 0);
    try (BroadsheetProcess server = BroadsheetProcess.serve(corpus, index, ALL_THE_TIME);
        ExecutorService visitor = Executors.newSingleThreadExecutor()) {
      Queue<String> wrong = new ConcurrentLinkedQueue<>();
      var asked = new AtomicInteger();
      var visiting =
          visitor.submit(() -> {
            while (!Thread.currentThread().isInterrupted()) {
              askOnce(server, wrong);
              asked.incrementAndGet();
            }
            return true;
          });
      try {
        for (int version = 1; version <= REINDEXES; version++) {
          write(corpus, version);
          reindex(corpus, index, version);
          assertSeenSoon(server, version);
        }
        assertThat(visiting.isDone()).isFalse();
      } finally {
        // Also where something fails: the visitor is waited for, and would go on for ever.
        visiting.cancel(true);
      }
      assertThat(wrong).isEmpty();
      assertThat(asked.get()).isGreaterThan(REINDEXES);
    }
  }

  private static void reindex(Path corpus, Path index, int version)
      throws IOException, InterruptedException {
    String[] command =
        version % 5 == 0 ? new String[] {"reindex", "--full"} : new String[] {"reindex"};
    BroadsheetProcess.Outcome outcome = BroadsheetProcess.run(corpus, index, command);
    assertThat(outcome.status()).as(outcome.err()).isZero();
  }

  private static void askOnce(BroadsheetProcess server, Queue<String> wrong) {
    try {
      JsonNode answer = server.search("q=walrus&size=20&facets=topic");
      List<String> versions = Versions.of(answer);
      if (versions.stream().distinct().count() != 1 || answer.get("total").asLong() != ARTICLES) {
        wrong.add(answer.toString());
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    } catch (IOException | AssertionError e) {
      wrong.add(e.toString());
    }
  }

  /** The promise is one second; a test machine may be slow, but not ten times as slow. */
  private static void assertSeenSoon(BroadsheetProcess server, int version)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    while (server.search("q=walrus&topic=v" + version).get("total").asLong() != ARTICLES) {
      assertThat(Instant.now()).as("version " + version + " is seen").isBefore(end);
      Thread.sleep(20);
    }
  }
}
