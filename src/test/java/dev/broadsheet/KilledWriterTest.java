package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.BroadsheetProcess;
import dev.broadsheet.fixture.ChangingCorpus;
import dev.broadsheet.fixture.CommandLineRun;
import dev.broadsheet.fixture.SameIndex;
import dev.broadsheet.fixture.Thorough;
import dev.broadsheet.fixture.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Processes that reindex, ended with SIGKILL at random moments, under a server that is asked all
 * the time. {@code -Dreliability.kills=100} kills as many.
 */
@Thorough
final class KilledWriterTest {
  private static final int KILLS = Integer.getInteger("reliability.kills", 4);
  private static final long SEED = Long.getLong("test.seed", System.nanoTime());

  /** After so many kills, the index is held against one that is built from scratch. */
  private static final int COMPARED = 10;

  @TempDir private Path folder;

  private final Random random = new Random(SEED);
  private final Map<String, Integer> left = new TreeMap<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger version = new AtomicInteger();

  /** How long a writer takes, about, from when it begins to write. */
  private Duration work = Duration.ZERO;

  private Path corpus() {
    return folder.resolve("corpus");
  }

  private Path index() {
    return folder.resolve("index");
  }

  @Test
  void killedWriters_loseNothing_andNoAnswerFails() throws IOException, InterruptedException {
    var changing = new ChangingCorpus(Files.createDirectory(corpus()), random);
    changing.change(0);
    try (BroadsheetProcess server = BroadsheetProcess.serve(corpus(), index());
        ExecutorService visitors = Executors.newSingleThreadExecutor()) {
      work = measured();
      var visiting = visitors.submit(() -> visit(server));
      try {
        for (int kill = 1; kill <= KILLS; kill++) {
          changing.change(version.incrementAndGet());
          killOne();
          reindex();
          assertSeenSoon(server);
          if (kill % COMPARED == 0 || kill == KILLS) {
            assertSameAsBuiltFromScratch();
          }
        }
        assertThat(visiting.isDone()).isFalse();
      } finally {
        // Also where something fails: the visitor is waited for, and would go on for ever.
        visiting.cancel(true);
      }
      assertThat(wrong).as("seed %d", SEED).isEmpty();
      assertThat(answers.get()).isGreaterThan(KILLS);
      assertThat(server.log()).doesNotContain("WARN", "ERROR");
    }
    System.out.println(
        "seed " + SEED + ": " + KILLS + " writers, " + answers + " answers; left behind: " + left);
  }

  private void killOne() throws IOException, InterruptedException {
    boolean full = random.nextInt(3) == 0;
    Process writer =
        full
            ? BroadsheetProcess.begin(corpus(), index(), "reindex", "--full")
            : BroadsheetProcess.begin(corpus(), index(), "reindex");
    // Most of a short run is the start of Java, of which a few kills are enough.
    if (random.nextInt(10) > 0) {
      awaitItsBegin(writer);
    }
    Instant begun = Instant.now();
    boolean ended = writer.waitFor(random.nextLong(work.toNanos()), TimeUnit.NANOSECONDS);
    writer.destroyForcibly().waitFor();
    work = ended ? Duration.between(begun, Instant.now()) : work.multipliedBy(21).dividedBy(20);
    note(ended ? "nothing, as it had ended" : full ? "by a full one" : "by an incremental one");
    try (Stream<Path> files = Files.list(index())) {
      files
          .map(file -> file.getFileName().toString().replaceAll("[0-9]+", "N"))
          .filter(name -> !ended)
          .forEach(this::note);
    }
  }

  private Duration measured() throws IOException, InterruptedException {
    Process writer = BroadsheetProcess.begin(corpus(), index(), "reindex", "--full");
    awaitItsBegin(writer);
    Instant begun = Instant.now();
    assertThat(writer.waitFor()).isZero();
    return Duration.between(begun, Instant.now());
  }

  /** A writer that was killed left its name, which the next one writes over. */
  private void awaitItsBegin(Process writer) throws IOException, InterruptedException {
    String name = "process " + writer.pid() + ",";
    Path holder = index().resolve("WRITER");
    while (writer.isAlive() && !(Files.exists(holder) && read(holder).startsWith(name))) {
      Thread.sleep(1);
    }
  }

  private static String read(Path holder) throws IOException {
    try {
      return Files.readString(holder);
    } catch (NoSuchFileException ended) {
      return "";
    }
  }

  private void note(String what) {
    left.merge(what, 1, Integer::sum);
  }

  /** The next one goes on from what is there, and clears away what was left. */
  private void reindex() throws IOException {
    CommandLineRun run = CommandLineRun.of(corpus(), index(), "reindex");
    assertThat(run.status()).as("seed %d: %s", SEED, run.err()).isZero();
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(index())) {
      files.map(file -> file.getFileName().toString()).sorted().forEach(names::add);
    }
    String current = Files.readString(index().resolve("CURRENT")).strip();
    assertThat(names).as("seed %d", SEED).containsExactly("CURRENT", current, "write.lock");
  }

  private void assertSameAsBuiltFromScratch() {
    Path fresh = folder.resolve("fresh-" + version);
    CommandLineRun built = CommandLineRun.of(corpus(), fresh, "reindex");
    assertThat(built.status()).as(built.err()).isZero();
    SameIndex.assertSame(index(), fresh);
  }

  /** The promise is one second; a test machine may be slow, but not ten times as slow. */
  private void assertSeenSoon(BroadsheetProcess server) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    while (total(server, "v" + version) != ChangingCorpus.MARKED) {
      assertThat(Instant.now()).as("seed %d: version %s", SEED, version).isBefore(end);
      Thread.sleep(20);
    }
  }

  private static long total(BroadsheetProcess server, String topic)
      throws IOException, InterruptedException {
    return server.search("q=walrus&topic=" + topic).get("total").asLong();
  }

  private boolean visit(BroadsheetProcess server) throws InterruptedException {
    int seen = 0;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        seen = askOnce(server, seen);
        answers.incrementAndGet();
        Thread.sleep(5); // leaves the processors to the writers
      } catch (IOException | AssertionError e) {
        wrong.add(e.toString());
      }
    }
    return true;
  }

  /** An answer is of one version, complete, and not older than what was seen before. */
  private int askOnce(BroadsheetProcess server, int seen) throws IOException, InterruptedException {
    JsonNode answer = server.search("q=walrus&size=20&facets=topic");
    return Versions.only(answer, seen, version.get());
  }
}
