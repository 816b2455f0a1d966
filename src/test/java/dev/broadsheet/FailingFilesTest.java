package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.BoundByPermissions;
import dev.broadsheet.fixture.BroadsheetProcess;
import dev.broadsheet.fixture.BroadsheetProcess.Launch;
import dev.broadsheet.fixture.BroadsheetProcess.Outcome;
import dev.broadsheet.fixture.CommandLineRun;
import dev.broadsheet.fixture.SameIndex;
import dev.broadsheet.fixture.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders that can't be had, and files that change under the reader's hands. */
@Thorough
final class FailingFilesTest {
  private static final int ARTICLES = 20;

  @TempDir private Path folder;
  private Path corpus;
  private Path index;

  @BeforeEach
  void build() throws IOException {
    corpus = Files.createDirectory(folder.resolve("corpus"));
    index = folder.resolve("index");
    for (int i = 0; i < ARTICLES; i++) {
      write(i, "first");
    }
    assertThat(CommandLineRun.of(corpus, index, "reindex").status()).isZero();
  }

  @AfterEach
  void allowAll() throws IOException {
    allow(corpus, "rwxr-xr-x");
    allow(index, "rwxr-xr-x");
  }

  private Path file(int number) {
    return corpus.resolve("a" + number + ".md");
  }

  private void write(int number, String version) throws IOException {
    Files.writeString(
        file(number), "---\ntitle: Walrus " + number + "\n---\nThe " + version + " version.\n");
  }

  private static void allow(Path path, String permissions) throws IOException {
    if (Files.exists(path)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static void assertFails(Outcome outcome, int status, String... words) {
    assertThat(outcome.status()).as(outcome.toString()).isEqualTo(status);
    assertThat(outcome.err()).contains(words).doesNotContain("\tat ", "Exception", "internal");
  }

  @Test
  void indexWithoutPermission_isTold() throws IOException, InterruptedException {
    Launch bound = BoundByPermissions.launch();
    write(0, "second");
    allow(index, "r-xr-xr-x");
    assertFails(
        BroadsheetProcess.run(bound, corpus, index, "reindex"),
        1,
        "broadsheet: can't write to the index " + index + ": ",
        ": permission denied");
    try (BroadsheetProcess server = BroadsheetProcess.serve(bound, corpus, index)) {
      assertThat(server.search("q=walrus").get("total").asInt()).isEqualTo(ARTICLES);
    }
    allow(index, "rwxr-xr-x");
    Path generation = index.resolve("gen-000001");
    allow(generation, "---------");
    for (String command : List.of("serve", "reindex")) {
      Outcome outcome = BroadsheetProcess.run(bound, corpus, index, command);
      assertFails(outcome, 1, " the index " + index + ": " + generation, ": permission denied");
      assertThat(outcome.err()).doesNotContain("damaged");
    }
    allow(generation, "rwxr-xr-x");
    allow(index, "---------");
    for (String command : List.of("serve", "stats", "reindex")) {
      assertFails(
          BroadsheetProcess.run(bound, corpus, index, command),
          1,
          "broadsheet: can't ",
          " the index " + index + ": ",
          ": permission denied");
    }
  }

  @Test
  void indexThatIsAFile_isTold() throws IOException, InterruptedException {
    assertFails(
        BroadsheetProcess.run(corpus, file(1), "reindex"),
        1,
        "broadsheet: can't write to the index " + file(1));
  }

  @Test
  void corpusWithoutPermission_isTold_andKeptInItsLastVersion()
      throws IOException, InterruptedException {
    Launch bound = BoundByPermissions.launch();
    write(3, "second");
    allow(file(3), "---------");
    Outcome one = BroadsheetProcess.run(bound, corpus, index, "reindex");
    assertThat(one.status()).as(one.toString()).isZero();
    assertThat(one.out())
        .contains("a3.md:1: can't be read: permission denied", "last good version");
    assertThat(CommandLineRun.of(corpus, index, "stats").out()).contains("Items       " + ARTICLES);
    allow(corpus, "---------");
    assertFails(
        BroadsheetProcess.run(bound, corpus, index, "reindex"),
        1,
        "broadsheet: corpus: " + corpus + " can't be listed: permission denied");
  }

  @Test
  void corpusThatIsEmptyOrGone_isTold_andTheOldIndexIsServed()
      throws IOException, InterruptedException {
    Path mountPoint = Files.createDirectory(folder.resolve("unmounted"));
    try (BroadsheetProcess server = BroadsheetProcess.serve(corpus, index)) {
      assertFails(
          BroadsheetProcess.run(mountPoint, index, "reindex"),
          4,
          "broadsheet: refused: the corpus is empty; nothing was written");
      assertFails(BroadsheetProcess.run(mountPoint, index, "reindex", "--full"), 4, "is empty");
      Files.delete(mountPoint);
      assertFails(
          BroadsheetProcess.run(mountPoint, index, "reindex"),
          1,
          "broadsheet: corpus: " + mountPoint + " does not exist (expected a folder)");
      assertThat(server.search("q=walrus").get("total").asInt()).isEqualTo(ARTICLES);
    }
  }

  /** The first is stopped while it works, so that both run at the same time for sure. */
  @Test
  void secondWriter_isToldWhoWrites() throws IOException, InterruptedException {
    Process first = BroadsheetProcess.begin(corpus, index, "reindex", "--full");
    try {
      while (first.isAlive() && !Files.exists(index.resolve("scratch"))) {
        Thread.onSpinWait();
      }
      signal("STOP", first);
      assertThat(index.resolve("WRITER")).isNotEmptyFile();
      assertFails(
          BroadsheetProcess.run(corpus, index, "reindex"),
          1,
          "broadsheet: the index "
              + index
              + " is being written to by process "
              + first.pid()
              + ", since 20");
      signal("CONT", first);
      assertThat(first.waitFor()).isZero();
      assertThat(CommandLineRun.of(corpus, index, "reindex").status()).isZero();
    } finally {
      first.destroyForcibly();
    }
  }

  private static void signal(String name, Process process)
      throws IOException, InterruptedException {
    String pid = String.valueOf(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  /** Files are cut, written and deleted by somebody who takes no heed of who reads. */
  @Test
  void filesThatChangeWhileTheyAreRead_breakNothing_andAreReadInTheEnd() throws IOException {
    try (ExecutorService editor = Executors.newSingleThreadExecutor()) {
      var editing =
          editor.submit(() -> {
            var random = new Random(1);
            while (!Thread.currentThread().isInterrupted()) {
              int number = random.nextInt(ARTICLES);
              write(number, "next ".repeat(random.nextInt(20_000)));
              if (random.nextInt(4) == 0) {
                Files.deleteIfExists(file(random.nextInt(ARTICLES / 4)));
              }
            }
            return true;
          });
      try {
        for (int i = 0; i < 8; i++) {
          CommandLineRun run = CommandLineRun.of(corpus, index, "reindex");
          assertThat(run.status()).as(run.toString()).isZero();
          assertThat(run.err()).doesNotContain("internal", "Exception");
        }
      } finally {
        editing.cancel(true);
      }
    }
    for (int i = 0; i < ARTICLES; i++) {
      write(i, "last");
    }
    assertThat(CommandLineRun.of(corpus, index, "reindex").status()).isZero();
    Path fresh = folder.resolve("fresh");
    assertThat(CommandLineRun.of(corpus, fresh, "reindex").status()).isZero();
    SameIndex.assertSame(index, fresh);
  }
}
