package dev.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.config.ConfigLoader;
import dev.broadsheet.fixture.Thorough;
import dev.broadsheet.indexing.ReindexRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that follows its corpus. Waits are bounded by the time limit of a test. */
@Timeout(120)
@Thorough
class CorpusWatchTest {
  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private Path corpus;
  private Application application;
  private RunningServer server;

  @BeforeEach
  void serve() throws IOException {
    corpus = Files.createDirectory(folder.resolve("corpus"));
    write(corpus.resolve("first.md"), "walrus");
    var settings =
        Map.of(
            "BROADSHEET_CORPUS",
            corpus.toString(),
            "BROADSHEET_INDEX",
            folder.resolve("index").toString(),
            "BROADSHEET_PORT",
            "0",
            "BROADSHEET_WATCH",
            "true");
    var config = new ConfigLoader(settings, folder).load(Optional.empty(), Map.of());
    application = Application.of(config, Clock.systemUTC());
    application.reindex(ReindexRequest.DEFAULT, (phase, done, total) -> {});
    // While nobody watches.
    write(corpus.resolve("second.md"), "narwhal");
    server = application.serve();
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  private static void write(Path file, String word) throws IOException {
    Files.write(
        file,
        List.of(
            "---",
            "title: The " + word + " of " + file.getFileName(),
            "sourceUrl: https://x.example/" + file.getFileName(),
            "---"));
  }

  private long found(String word) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
            URI.create(server.url() + "/search?typos=off&size=0&facets=topic&q=" + word));
    String body = client.send(request.build(), BodyHandlers.ofString()).body();
    return Long.parseLong(body.replaceAll(".*\"total\":(\\d+).*", "$1"));
  }

  private void awaitFound(String word, long times) throws IOException, InterruptedException {
    while (found(word) != times) {
      Thread.sleep(20);
    }
  }

  @Test
  void whatChangedBeforeTheStart_isFound() throws Exception {
    awaitFound("narwhal", 1);
  }

  @Test
  void fileThatAnEditorSaves_isFound() throws Exception {
    awaitFound("narwhal", 1);
    // As vim does: the old one goes aside, the new one is written whole, the old one is deleted.
    Path file = corpus.resolve("first.md");
    Path aside = corpus.resolve("first.md~");
    Files.move(file, aside);
    Files.write(corpus.resolve("4913"), List.of());
    Files.delete(corpus.resolve("4913"));
    write(file, "okapi");
    Files.delete(aside);
    awaitFound("okapi", 1);

    // As others do: a hidden new one is renamed over the old one.
    Path hidden = corpus.resolve(".first.md.swp");
    write(hidden, "quagga");
    Files.move(hidden, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    awaitFound("quagga", 1);
    assertThat(found("okapi")).isZero();
  }

  @Test
  void fileInANewFolder_isFound_andIsGoneWithIt() throws Exception {
    awaitFound("narwhal", 1);
    Path deep = Files.createDirectories(corpus.resolve("a/b/c"));
    write(deep.resolve("deep.md"), "dugong");
    awaitFound("dugong", 1);
    write(deep.resolve("later.md"), "dugong");
    awaitFound("dugong", 2);

    Files.delete(deep.resolve("deep.md"));
    awaitFound("dugong", 1);
  }

  @Test
  void reindexThatIsRefused_isToldOf_andTheWatchGoesOn() throws Exception {
    awaitFound("narwhal", 1);
    Files.delete(corpus.resolve("first.md"));
    Files.delete(corpus.resolve("second.md"));
    awaitMetric("broadsheet_reindexes_total{outcome=\"refused\"}");
    assertThat(found("narwhal")).isEqualTo(1);

    write(corpus.resolve("second.md"), "manatee");
    write(corpus.resolve("third.md"), "manatee");
    awaitFound("manatee", 2);
    assertThat(found("narwhal")).isZero();
  }

  private void awaitMetric(String series) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(server.url() + "/metrics")).build();
    while (client.send(request, BodyHandlers.ofString()).body().contains(series + " 0.0\n")) {
      Thread.sleep(20);
    }
  }

  @Test
  void hundredsOfFiles_makeOneReindex() throws Exception {
    server.close();
    var reindexes = new BackgroundReindex(application::reindex, Clock.systemUTC());
    // Quiet for long enough that no pause of a busy machine is taken for the end.
    try (var _ = CorpusWatch.start(corpus, reindexes, Duration.ofSeconds(3))) {
      while (reindexes.ended("published") + reindexes.ended("unchanged") < 1) {
        Thread.sleep(20);
      }
      long before = reindexes.ended("published");
      Path pulled = Files.createDirectory(corpus.resolve("pulled"));
      for (int i = 0; i < 500; i++) {
        write(pulled.resolve(i + ".md"), "lemur");
      }
      while (reindexes.ended("published") == before) {
        Thread.sleep(20);
      }
      assertThat(reindexes.state().last().orElseThrow().files()).containsEntry("added", 500L);
    } finally {
      reindexes.close();
    }
    server = application.serve();
    awaitFound("lemur", 500);
  }

  @Test
  void whatTheCorpusPassesOver_makesNoReindex() throws Exception {
    server.close();
    Path hidden = Files.createDirectory(corpus.resolve(".git"));
    var reindexes = new BackgroundReindex(application::reindex, Clock.systemUTC());
    try (var _ = CorpusWatch.start(corpus, reindexes, Duration.ofMillis(100))) {
      while (reindexes.ended("published") + reindexes.ended("unchanged") < 1) {
        Thread.sleep(20);
      }
      for (int i = 0; i < 20; i++) {
        Files.writeString(hidden.resolve("object" + i), "x");
        Thread.sleep(20);
      }
      // What comes after it, in one step, makes the second: nothing of it is still to come.
      Path written = hidden.resolve("after.md");
      write(written, "tapir");
      Files.move(written, corpus.resolve("after.md"), StandardCopyOption.ATOMIC_MOVE);
      while (!reindexes.state().last().orElseThrow().files().getOrDefault("found", 0L).equals(3L)) {
        Thread.sleep(20);
      }
      assertThat(reindexes.ended("published") + reindexes.ended("unchanged")).isEqualTo(2);
    } finally {
      reindexes.close();
      server = application.serve();
    }
  }
}
