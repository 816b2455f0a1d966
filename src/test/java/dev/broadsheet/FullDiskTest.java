package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.BroadsheetProcess;
import dev.broadsheet.fixture.CommandLineRun;
import dev.broadsheet.fixture.SmallDisk;
import dev.broadsheet.fixture.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index on a file system that is full, or can't be written to, under a server. */
@Thorough
final class FullDiskTest {
  private static final int ARTICLES = 20;

  /** So much is left on the disk, each time: from next to nothing to almost enough. */
  private static final List<Integer> KILOBYTES =
      Boolean.getBoolean("reliability.long")
          ? List.of(0, 4, 60, 300, 900, 1500)
          : List.of(0, 60, 900);

  @TempDir private Path folder;
  private SmallDisk disk;
  private Path corpus;
  private Path index;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = SmallDisk.mount(Files.createDirectory(folder.resolve("disk")));
    corpus = Files.createDirectory(folder.resolve("corpus"));
    index = folder.resolve("disk/index");
    for (int i = 0; i < ARTICLES; i++) {
      Files.writeString(corpus.resolve("a" + i + ".md"), "---\ntitle: Walrus " + i + "\n---\n");
    }
  }

  @AfterEach
  void unmount() throws IOException {
    if (disk != null) {
      disk.close();
    }
  }

  /** Text that hardly compresses. */
  private void writeMuch() throws IOException {
    var random = new Random(1);
    var lines = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      lines.append("{\"title\":\"Much ").append(i).append("\",\"excerpt\":\"");
      for (int word = 0; word < 250; word++) {
        lines.append(Long.toString(random.nextLong() >>> 12, 36)).append(' ');
      }
      lines.append("\"}\n");
    }
    Files.writeString(corpus.resolve("much.jsonl"), lines.toString());
  }

  @Test
  void fullDisk_isTold_andTheOldIndexIsServed() throws IOException, InterruptedException {
    try (BroadsheetProcess server = BroadsheetProcess.serve(corpus, index)) {
      List<String> before = names();
      writeMuch();
      for (int kilobytes : KILOBYTES) {
        disk.leave(kilobytes);
        assertFails("No space left on device", "reindex");
        assertFails("No space left on device", "reindex", "--full");
        assertThat(names()).as("%d kB", kilobytes).isEqualTo(before);
        assertThat(server.search("q=walrus").get("total").asInt()).isEqualTo(ARTICLES);
      }
      disk.remount("size=64m");
      assertThat(CommandLineRun.of(corpus, index, "reindex").status()).isZero();
      assertThat(CommandLineRun.of(corpus, index, "stats", "--verify").out())
          .contains("Items       " + (ARTICLES + 400) + " ");
    }
  }

  @Test
  void readOnlyDisk_isTold_andTheOldIndexIsServed() throws IOException, InterruptedException {
    assertThat(CommandLineRun.of(corpus, index, "reindex").status()).isZero();
    disk.remount("ro");
    try (BroadsheetProcess server = BroadsheetProcess.serve(corpus, index)) {
      assertFails("Read-only file system", "reindex");
      assertFails("Read-only file system", "reindex", "--full");
      assertThat(server.search("q=walrus").get("total").asInt()).isEqualTo(ARTICLES);
    }
  }

  /** In a process of its own, so that what threads print is seen. */
  private void assertFails(String reason, String... command)
      throws IOException, InterruptedException {
    BroadsheetProcess.Outcome outcome = BroadsheetProcess.run(corpus, index, command);
    assertThat(outcome.status()).as(outcome.toString()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("broadsheet: can't write to the index " + index, reason)
        .doesNotContain("\tat ", "Exception", "internal error");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(index)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
