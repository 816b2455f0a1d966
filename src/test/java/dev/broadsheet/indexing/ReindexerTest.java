package dev.broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.corpus.CorpusLimits;
import dev.broadsheet.corpus.CorpusProblem;
import dev.broadsheet.corpus.CorpusReader;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.indexing.ReindexReport.Outcome;
import dev.broadsheet.lucene.LuceneEngine;
import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.words.QualityBoost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReindexerTest {
  private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00.123Z");

  @TempDir private Path folder;
  private Path corpus;
  private Path index;
  private int ticks;

  @BeforeEach
  void makeCorpus() throws IOException {
    corpus = Files.createDirectory(folder.resolve("corpus"));
    index = folder.resolve("index");
  }

  /** Writes a file with a time of its own, as an editor does who takes more than an instant. */
  private void write(String path, String... lines) throws IOException {
    Path file = corpus.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plusSeconds(ticks++)));
  }

  private void article(String path, String title, String url, String... more) throws IOException {
    write(
        path,
        "---",
        "title: " + title,
        "sourceUrl: https://example.com/" + url,
        String.join("\n", more),
        "---");
  }

  private ReindexReport reindex() {
    return reindex(ReindexRequest.DEFAULT);
  }

  private ReindexReport reindex(ReindexRequest request) {
    return reindex(request, LuceneSettings.DEFAULT);
  }

  private ReindexReport reindex(ReindexRequest request, LuceneSettings settings) {
    return new Reindexer(
            new CorpusReader(corpus, CorpusLimits.DEFAULT),
            LuceneEngine.target(index, settings),
            2,
            Clock.systemUTC())
        .run(request, ReindexProgress.SILENT);
  }

  private SearchResult everything() {
    try (var engine = LuceneEngine.open(index, LuceneSettings.DEFAULT)) {
      return engine.search(new RequestBuilder().sort(SortOrder.NEWEST).page(1, 100).build());
    }
  }

  private List<String> titles() {
    return everything().hits().stream().map(hit -> hit.article().text().title()).sorted().toList();
  }

  @Test
  void firstRunReadsAll() throws IOException {
    article("a.md", "A", "a");
    article("deep/er/b.md", "B", "b");
    ReindexReport report = reindex();
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(report.full()).isTrue();
    assertThat(report.files().added()).isEqualTo(2);
    assertThat(report.items().written()).isEqualTo(2);
    assertThat(titles()).containsExactly("A", "B");
  }

  @Test
  void nothingChanged_nothingIsReadOrWritten() throws IOException {
    article("a.md", "A", "a");
    article("b.md", "B", "b");
    reindex();
    ReindexReport report = reindex();
    assertThat(report.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(report.full()).isFalse();
    assertThat(report.files().read()).isZero();
    assertThat(report.files().unchanged()).isEqualTo(2);
  }

  @Test
  void onlyChangedNewAndDeletedFilesAreRead() throws IOException {
    article("a.md", "A", "a");
    article("b.md", "B", "b");
    article("c.md", "C", "c");
    reindex();
    article("b.md", "B2", "b");
    article("d.md", "D", "d");
    Files.delete(corpus.resolve("c.md"));
    ReindexReport report = reindex();
    assertThat(report.files().read()).isEqualTo(2);
    assertThat(report.files().changed()).isEqualTo(1);
    assertThat(report.files().added()).isEqualTo(1);
    assertThat(report.files().removed()).isEqualTo(1);
    assertThat(report.items().written()).isEqualTo(2);
    assertThat(report.items().removed()).isEqualTo(1);
    assertThat(titles()).containsExactly("A", "B2", "D");
  }

  @Test
  void touchedFileWithTheSameContentChangesNothing_andIsReadOnce() throws IOException {
    article("a.md", "A", "a");
    reindex();
    article("a.md", "A", "a");
    ReindexReport touched = reindex();
    assertThat(touched.files().read()).isEqualTo(1);
    assertThat(touched.files().unchanged()).isEqualTo(1);
    assertThat(touched.items().written()).isZero();
    assertThat(reindex().files().read()).isZero();
  }

  @Test
  void fileModifiedJustNow_isLookedAtAgainTheNextTime() throws IOException {
    article("a.md", "A", "a");
    Files.setLastModifiedTime(corpus.resolve("a.md"), FileTime.from(Instant.now().plusSeconds(60)));
    reindex();
    assertThat(reindex().files().read()).isEqualTo(1);
  }

  @Test
  void renamedFileKeepsItsItem() throws IOException {
    article("a.md", "A", "a");
    article("b.md", "B", "b");
    reindex();
    Files.move(corpus.resolve("a.md"), corpus.resolve("z.md"));
    assertThat(reindex().outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(titles()).containsExactly("A", "B");
  }

  @Test
  void itemHeldBySeveralFiles_livesAsLongAsOneHoldsIt() throws IOException {
    article("a.md", "A", "a", "topics: [AI]", "related:", related("Shared, low", "x", 1));
    article("b.md", "B", "b", "topics: [Oceans]", "related:", related("Shared, high", "x", 9));
    reindex();
    assertThat(titles()).containsExactly("A", "B", "Shared, high");
    assertThat(item("Shared, high").article().labels().topics())
        .containsExactlyInAnyOrder("AI", "Oceans");
    assertThat(item("Shared, high").stories()).hasSize(2);

    Files.delete(corpus.resolve("b.md"));
    reindex();
    assertThat(titles()).containsExactly("A", "Shared, low");
    assertThat(item("Shared, low").article().labels().topics()).containsExactly("AI");
    assertThat(item("Shared, low").stories()).hasSize(1);
  }

  @Test
  void removedArticleTakesTheItemOut_untilItsFileIsGone() throws IOException {
    article("a.md", "A", "a", "related:", related("Told by a", "x", 1));
    article("x.md", "Told by itself", "x", "removed: true");
    article("b.md", "B", "b");
    reindex();
    assertThat(titles()).containsExactly("A", "B");
    Files.delete(corpus.resolve("x.md"));
    ReindexReport report = reindex();
    assertThat(report.files().read()).isZero();
    assertThat(titles()).containsExactly("A", "B", "Told by a");
  }

  @Test
  void incrementalRunsEndWhereABuildFromScratchDoes() throws IOException {
    var random = new java.util.Random(seed());
    for (int round = 0; round < 12; round++) {
      for (int change = 0; change < 6; change++) {
        int file = random.nextInt(12);
        if (random.nextInt(4) == 0) {
          Files.deleteIfExists(corpus.resolve("f" + file + ".md"));
        } else {
          randomArticle(file, random);
        }
      }
      reindex(new ReindexRequest(false, false, true));
      var incremental = everything();
      reindex(new ReindexRequest(true, false, true));
      assertThat(everything().hits()).isEqualTo(incremental.hits());
    }
  }

  private static long seed() {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println("ReindexerTest: -Dtest.seed=" + seed);
    return seed;
  }

  private void randomArticle(int file, java.util.Random random) throws IOException {
    var related = new StringBuilder("related:");
    for (int i = random.nextInt(4); i > 0; i--) {
      related
          .append('\n')
          .append(related("R" + random.nextInt(100), "u" + random.nextInt(10), random.nextInt(9)));
    }
    article(
        "f" + file + ".md",
        "T" + random.nextInt(100),
        "u" + random.nextInt(10),
        "quality: " + random.nextInt(5),
        "removed: " + (random.nextInt(8) == 0),
        "topics: [t" + random.nextInt(3) + "]",
        related.toString());
  }

  private static String related(String title, String url, int quality) {
    return "  - title: \""
        + title
        + "\"\n    sourceUrl: https://example.com/"
        + url
        + "\n    quality: "
        + quality;
  }

  private Hit item(String title) {
    return everything().hits().stream()
        .filter(hit -> hit.article().text().title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void rejectedFileIsReported_andTheOthersAreIn() throws IOException {
    article("a.md", "A", "a");
    article("b.md", "B", "b");
    write("bad.md", "---", "title: [", "---");
    ReindexReport report = reindex();
    assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(report.files().rejected()).isEqualTo(1);
    assertThat(report.problems()).hasSize(1);
    assertThat(report.problems().getFirst().path()).isEqualTo("bad.md");
    assertThat(titles()).containsExactly("A", "B");
  }

  @Test
  void rejectedFileThatDidNotChange_isReportedAgainWithoutBeingRead() throws IOException {
    article("a.md", "A", "a");
    write("bad.md", "---", "title: [", "---");
    List<?> problems = reindex().problems();
    ReindexReport report = reindex();
    assertThat(report.files().read()).isZero();
    assertThat(report.files().rejected()).isEqualTo(1);
    assertThat(report.problems()).isEqualTo(problems);
  }

  @Test
  void rejectedFileKeepsItsLastGoodVersion_alsoInAFullBuild_untilItIsGone() throws IOException {
    article("a.md", "A", "a", "related:", related("Echo", "e", 1));
    article("b.md", "B", "b");
    article("c.md", "C", "c");
    reindex();
    write("a.md", "---", "title: [", "---");
    ReindexReport report = reindex();
    assertThat(report.files().rejected()).isEqualTo(1);
    assertThat(report.files().kept()).isEqualTo(1);
    assertThat(titles()).containsExactly("A", "B", "C", "Echo");
    assertThat(reindex(new ReindexRequest(true, false, false)).files().kept()).isEqualTo(1);
    assertThat(titles()).containsExactly("A", "B", "C", "Echo");
    Files.delete(corpus.resolve("a.md"));
    reindex();
    assertThat(titles()).containsExactly("B", "C");
  }

  @Test
  void strict_aRejectionStopsIt_andNothingIsWritten() throws IOException {
    article("a.md", "A", "a");
    reindex();
    article("b.md", "B", "b");
    write("bad.md", "---", "title: [", "---");
    assertThat(reindex(new ReindexRequest(false, true, false)).outcome())
        .isEqualTo(Outcome.REJECTED);
    assertThat(titles()).containsExactly("A");
  }

  @Test
  void badLineOfAFeedKeepsItsLastGoodVersion_andTheOthersAreIn() throws IOException {
    write("feed.jsonl", line("One", "1"), line("Two", "2"), line("Three", "3"));
    reindex();
    write("feed.jsonl", line("One again", "1"), "{\"title\": ", line("Three", "3"));
    ReindexReport report = reindex();
    assertThat(report.problems()).hasSize(1);
    assertThat(report.problems().getFirst().line()).isEqualTo(2);
    assertThat(titles()).containsExactly("One again", "Three", "Two");
    write("feed.jsonl", line("One again", "1"), line("Three", "3"));
    reindex();
    assertThat(titles()).containsExactly("One again", "Three");
  }

  @Test
  void problemsBeyondThoseThatAreRemembered_areCounted() throws IOException {
    String[] lines = new String[151];
    java.util.Arrays.fill(lines, "{");
    lines[0] = line("One", "1");
    write("feed.jsonl", lines);
    List<CorpusProblem> problems = reindex().problems();
    assertThat(problems).hasSize(IndexedFile.MAX_PROBLEMS);
    assertThat(problems.getLast().line()).isEqualTo(151);
    assertThat(problems.getLast().message()).contains("51 more problems");
    assertThat(titles()).containsExactly("One");
  }

  private static String line(String title, String url) {
    return "{\"title\": \"" + title + "\", \"sourceUrl\": \"https://example.com/" + url + "\"}";
  }

  @Test
  void emptyCorpusIsRefused_unlessForced() throws IOException {
    assertThat(reindex().outcome()).isEqualTo(Outcome.REFUSED);
    article("a.md", "A", "a");
    reindex();
    Files.delete(corpus.resolve("a.md"));
    assertThat(reindex().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(titles()).containsExactly("A");
    assertThat(reindex(new ReindexRequest(false, false, true)).outcome())
        .isEqualTo(Outcome.PUBLISHED);
    assertThat(titles()).isEmpty();
  }

  @Test
  void corpusThatIsMostlyGoneIsRefused_alsoForAFullBuild() throws IOException {
    for (int i = 0; i < 10; i++) {
      article("f" + i + ".md", "T" + i, "u" + i);
    }
    reindex();
    for (int i = 0; i < 6; i++) {
      Files.delete(corpus.resolve("f" + i + ".md"));
    }
    assertThat(reindex().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(reindex(new ReindexRequest(true, false, false)).outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(titles()).hasSize(10);
    article("f0.md", "T0", "u0");
    assertThat(reindex().outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(titles()).hasSize(5);
  }

  @Test
  void corpusThatIsMostlyRejectedIsRefused() throws IOException {
    for (int i = 0; i < 3; i++) {
      article("f" + i + ".md", "T" + i, "u" + i);
    }
    reindex();
    write("f0.md", "no front matter");
    write("f1.md", "no front matter");
    assertThat(reindex().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(titles()).hasSize(3);
  }

  @Test
  void indexOfAnotherSchemaIsServed_andBuiltAnewByTheNextRun() throws IOException {
    article("a.md", "A", "a");
    reindex();
    var other = new LuceneSettings(new QualityBoost(0.5, 60), false);
    try (var engine = LuceneEngine.open(index, other)) {
      assertThat(engine.stats().schemaIsCurrent()).isFalse();
      assertThat(engine.search(new RequestBuilder().build()).total()).isEqualTo(1);
    }
    assertThat(reindex(ReindexRequest.DEFAULT, other).full()).isTrue();
    try (var engine = LuceneEngine.open(index, other)) {
      assertThat(engine.stats().schemaIsCurrent()).isTrue();
    }
  }

  @Test
  void secondWriterIsTurnedAway_andToldWhoHoldsTheLock() throws IOException {
    article("a.md", "A", "a");
    try (var first = LuceneEngine.target(index, LuceneSettings.DEFAULT).openWriter(false)) {
      assertThat(first.startsEmpty()).isTrue();
      assertThatThrownBy(this::reindex)
          .isInstanceOf(IndexLockedException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    assertThat(reindex().outcome()).isEqualTo(Outcome.PUBLISHED);
  }

  @Test
  void writerThatDoesNotPublishLeavesNothingBehind() throws IOException {
    article("a.md", "A", "a");
    reindex();
    List<Path> before = files();
    article("a.md", "A2", "a");
    write("bad.md", "nothing");
    reindex(new ReindexRequest(false, true, false));
    reindex(new ReindexRequest(true, true, false));
    assertThat(files()).isEqualTo(before);
  }

  private List<Path> files() throws IOException {
    try (var all = Files.walk(index)) {
      return all.sorted().toList();
    }
  }

  @Test
  void timingAddsUp() throws IOException {
    article("a.md", "A", "a");
    ReindexReport report = reindex();
    assertThat(report.timing().engineShare()).isBetween(0.0, 1.0);
    assertThat(report.timing().engine()).isPositive();
    assertThat(report.timing().reading()).isPositive();
    assertThat(report.itemsPerSecond()).isPositive();
  }
}
