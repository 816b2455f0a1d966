package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.CommandLineRun;
import dev.broadsheet.fixture.Thorough;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An index one of whose files is not as it was written: each kind of file, in several ways. */
@Thorough
final class DamagedIndexTest {
  private static final String ADVICE = "'broadsheet reindex --full' builds it anew";

  /** Whether each kind of file is damaged in each way, and each time the index built anew. */
  private static final boolean IS_LONG = Boolean.getBoolean("reliability.long");

  private static final List<Damage> DAMAGES =
      IS_LONG
          ? List.of(Damage.values())
          : List.of(Damage.DELETED, Damage.HALVED, Damage.CHANGED_IN_ITS_MIDDLE);

  @TempDir private static Path original;

  @TempDir private Path folder;

  /** What befalls a file. */
  private enum Damage {
    DELETED,
    EMPTIED,
    HALVED,
    WITHOUT_ITS_LAST_BYTE,
    CHANGED_IN_ITS_HEAD,
    CHANGED_IN_ITS_MIDDLE,
    CHANGED_IN_ITS_FOOT;

    void befall(Path file) throws IOException {
      if (this == DELETED) {
        Files.delete(file);
        return;
      }
      try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
        long length = bytes.length();
        switch (this) {
          case DELETED -> throw new IllegalStateException("is deleted");
          case EMPTIED -> bytes.setLength(0);
          case HALVED -> bytes.setLength(length / 2);
          case WITHOUT_ITS_LAST_BYTE -> bytes.setLength(length - 1);
          case CHANGED_IN_ITS_HEAD -> flip(bytes, Math.min(2, length - 1));
          case CHANGED_IN_ITS_MIDDLE -> flip(bytes, length / 2);
          case CHANGED_IN_ITS_FOOT -> flip(bytes, length - 1);
        }
      }
    }

    private static void flip(RandomAccessFile bytes, long position) throws IOException {
      bytes.seek(position);
      int value = bytes.read();
      bytes.seek(position);
      bytes.write(value ^ 0x15);
    }
  }

  private static Path corpus(Path site) {
    return site.resolve("corpus");
  }

  private static Path index(Path site) {
    return site.resolve("index");
  }

  /** Several segments, one of them with deleted documents, and a file kept in its last version. */
  @BeforeAll
  static void build() throws IOException {
    Files.createDirectory(corpus(original));
    for (int i = 0; i < 30; i++) {
      write(original, i, "first");
    }
    assertThat(CommandLineRun.of(corpus(original), index(original), "reindex").status()).isZero();
    for (int i = 0; i < 3; i++) {
      write(original, i, "second");
    }
    Files.writeString(corpus(original).resolve("a9.md"), "no front matter");
    assertThat(CommandLineRun.of(corpus(original), index(original), "reindex").status()).isZero();
  }

  private static void write(Path site, int number, String version) throws IOException {
    Files.writeString(
        corpus(site).resolve("a" + number + ".md"),
        "---\ntitle: Walrus "
            + number
            + " in its "
            + version
            + " version\nsourceUrl: https://example.com/"
            + number
            + "\npublishedDateTime: 2025-01-30\nquality: 10\nheat: 3\ntopics: [Sea, Ice]\n"
            + "provider: {name: Ledger, domain: ledger.example}\nrelated:\n- title: Seal "
            + number
            + "\n  sourceUrl: https://example.org/"
            + number
            + "\n---\nA body with some words about walruses and seals.\n");
  }

  private Path copied(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    try (Stream<Path> paths = Files.walk(original)) {
      for (Path path : paths.filter(path -> !path.equals(original)).toList()) {
        Files.copy(path, copy.resolve(original.relativize(path).toString()));
      }
    }
    return copy;
  }

  /** One file of each kind. */
  static List<String> files() throws IOException {
    Map<String, String> kinds = new TreeMap<>();
    Path generation = index(original).resolve("gen-000001");
    try (Stream<Path> paths = Files.list(generation)) {
      paths
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.equals("write.lock"))
          .forEach(name -> kinds.put(kind(name), name));
    }
    return kinds.values().stream().map(name -> "gen-000001/" + name).toList();
  }

  private static String kind(String name) {
    return name.replaceFirst("_[0-9a-z]+$", "").replaceFirst(".*[.]", "");
  }

  @ParameterizedTest
  @MethodSource("files")
  void damage_isToldWithTheFileAndWhatToDo_andMended(String name) throws IOException {
    for (Damage damage : DAMAGES) {
      Path site = copied(damage.name());
      damage.befall(index(site).resolve(name));
      assertDamageIsFound(site, name, damage);
      assertThatNothingBreaks(site, damage, "serve");
      write(site, 7, "third");
      assertThatNothingBreaks(site, damage, "reindex");
      if (IS_LONG || damage == Damage.CHANGED_IN_ITS_MIDDLE) {
        assertRebuilt(site, damage);
      }
    }
  }

  private static void assertDamageIsFound(Path site, String name, Damage damage) {
    CommandLineRun run = CommandLineRun.of(corpus(site), index(site), "stats", "--verify");
    assertThat(run.status()).as("%s %s", damage, run).isEqualTo(1);
    assertThat(run.err()).as(damage.name()).contains("the index is damaged", ADVICE);
    if (!name.contains("segments") || damage != Damage.DELETED) {
      assertThat(run.err()).as(damage.name()).contains(name.substring(name.indexOf('/') + 1));
    }
  }

  /** It works where it need not read what is damaged, or else says what is and what to do. */
  private static void assertThatNothingBreaks(Path site, Damage damage, String command) {
    CommandLineRun run = CommandLineRun.of(corpus(site), index(site), command);
    assertThat(run.err()).as("%s %s", damage, run).doesNotContain("internal error", "\tat ");
    if (run.status() != 0) {
      assertThat(run.status()).as("%s %s", damage, run).isEqualTo(1);
      assertThat(run.err()).as("%s %s", damage, run).contains(ADVICE);
    }
  }

  private static void assertRebuilt(Path site, Damage damage) {
    CommandLineRun full = CommandLineRun.of(corpus(site), index(site), "reindex", "--full");
    assertThat(full.status()).as("%s %s", damage, full).isZero();
    CommandLineRun stats = CommandLineRun.of(corpus(site), index(site), "stats", "--verify");
    assertThat(stats.status()).as("%s %s", damage, stats).isZero();
    assertThat(stats.out()).contains("all as they were written", "Items       58 ");
  }

  @Test
  void soundIndex_isVerified() {
    CommandLineRun run = CommandLineRun.of(corpus(original), index(original), "stats", "--verify");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("all as they were written");
  }

  @Test
  void damagedPointer_isToldWithItsPath_andMended() throws IOException {
    Path site = copied("pointer");
    Path pointer = index(site).resolve("CURRENT");
    Files.writeString(pointer, "gen-0x");
    for (String command : List.of("serve", "reindex", "stats")) {
      CommandLineRun run = CommandLineRun.of(corpus(site), index(site), command);
      assertThat(run.status()).as(command).isEqualTo(1);
      assertThat(run.err()).as(command).contains(pointer.toString(), ADVICE);
    }
    CommandLineRun full = CommandLineRun.of(corpus(site), index(site), "reindex", "--full");
    assertThat(full.status()).as(full.err()).isZero();
    assertThat(CommandLineRun.of(corpus(site), index(site), "stats", "--verify").status()).isZero();
  }
}
