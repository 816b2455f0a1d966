package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Mention;
import dev.broadsheet.corpus.CorpusLimits;
import dev.broadsheet.corpus.CorpusProblem;
import dev.broadsheet.corpus.CorpusReader;
import dev.broadsheet.corpus.MentionSink;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.fixture.SharedFiles;
import dev.broadsheet.fixture.Thorough;
import dev.broadsheet.indexing.ReindexProgress;
import dev.broadsheet.indexing.ReindexReport;
import dev.broadsheet.indexing.ReindexRequest;
import dev.broadsheet.indexing.Reindexer;
import dev.broadsheet.lucene.LuceneEngine;
import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole real site, from its files to the answers. */
@Thorough
final class RealSiteTest {
  private static final int ITEMS = 4_943;
  private static final String NEW_WORD = "quokkaphone";

  @TempDir private static Path original;
  private static ReindexReport firstReport;

  @TempDir private Path copy;

  @BeforeAll
  static void indexTheSite() throws IOException, InterruptedException {
    SharedFiles.unpack("sites/azure.tar.xz", Files.createDirectory(original.resolve("corpus")));
    firstReport = reindex(original);
  }

  private static CorpusReader corpus(Path site) {
    return new CorpusReader(site.resolve("corpus"), CorpusLimits.DEFAULT);
  }

  private static ReindexReport reindex(Path site) {
    return new Reindexer(
            corpus(site),
            LuceneEngine.target(site.resolve("index"), LuceneSettings.DEFAULT),
            2,
            Clock.systemUTC())
        .run(ReindexRequest.DEFAULT, ReindexProgress.SILENT);
  }

  private static SearchEngine open(Path site) {
    return LuceneEngine.open(site.resolve("index"), LuceneSettings.DEFAULT);
  }

  /** The site and its index, to be changed. */
  private Path copied() throws IOException {
    try (Stream<Path> paths = Files.walk(original)) {
      for (Path path : paths.filter(path -> !path.equals(original)).toList()) {
        Path target = copy.resolve(original.relativize(path).toString());
        Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return copy;
  }

  @Test
  void everyFileIsIndexed() {
    assertThat(firstReport.outcome()).isEqualTo(ReindexReport.Outcome.PUBLISHED);
    assertThat(firstReport.problems()).isEmpty();
    assertThat(firstReport.files().added()).isEqualTo(4_958);
    assertThat(firstReport.files().rejected()).isZero();
    assertThat(firstReport.items().written()).isEqualTo(ITEMS);
    try (SearchEngine engine = open(original)) {
      assertThat(total(engine, new RequestBuilder())).isEqualTo(ITEMS);
    }
  }

  private static long total(SearchEngine engine, RequestBuilder request) {
    SearchResult result = engine.search(request.page(1, 0).build());
    assertThat(result.totalIsExact()).isTrue();
    return result.total();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "azure"})
  void everyFacetCount_isTheTotalOfTheSearchFilteredByIt(String words) {
    try (SearchEngine engine = open(original)) {
      FacetField[] fields = {
        FacetField.TOPIC,
        FacetField.PROVIDER,
        FacetField.CATEGORY,
        FacetField.TYPE,
        FacetField.KIND,
        FacetField.PUBLISHED
      };
      SearchResult counted =
          engine.search(new RequestBuilder().words(words).facets(fields).facetSize(1000).build());
      assertThat(counted.facets()).extracting(FacetCounts::field).containsExactly(fields);
      for (FacetCounts facet : counted.facets()) {
        Map<String, Long> totals = new TreeMap<>();
        for (FacetCounts.Value value : facet.values()) {
          totals.put(
              value.value(),
              total(engine, new RequestBuilder().words(words).any(facet.field(), value.value())));
        }
        assertThat(totals).as(facet.field().label()).isNotEmpty().isEqualTo(counts(facet));
      }
    }
  }

  private static Map<String, Long> counts(FacetCounts facet) {
    return facet.values().stream()
        .collect(Collectors.toMap(FacetCounts.Value::value, FacetCounts.Value::count));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "azure"})
  void everyMonth_countsTheItemsThatCameOutInIt(String words) {
    try (SearchEngine engine = open(original)) {
      SearchResult counted =
          engine.search(
              new RequestBuilder()
                  .words(words)
                  .facets(FacetField.DATE)
                  .interval(DateInterval.MONTH)
                  .build());
      Map<String, Long> counts = counts(counted.facets().getFirst());
      Map<String, Long> totals = new TreeMap<>();
      counts.keySet().forEach(month -> totals.put(month, totalOf(engine, words, month)));
      assertThat(totals).isNotEmpty().isEqualTo(counts);
      long dated =
          total(
              engine,
              new RequestBuilder()
                  .words(words)
                  .between("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"));
      assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(dated);
    }
  }

  private static long totalOf(SearchEngine engine, String words, String month) {
    Instant from = YearMonth.parse(month).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant next =
        YearMonth.parse(month).plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return total(
        engine,
        new RequestBuilder().words(words).between(from.toString(), next.minusMillis(1).toString()));
  }

  @Test
  void secondReindex_readsNoFile() {
    ReindexReport report = reindex(original);
    assertThat(report.outcome()).isEqualTo(ReindexReport.Outcome.UNCHANGED);
    assertThat(report.files().read()).isZero();
    assertThat(report.files().unchanged()).isEqualTo(4_958);
  }

  @Test
  void changedFiles_areReadAndNoOthers() throws IOException {
    Path site = copied();
    Told told = Told.by(corpus(site));
    Set<ArticleId> changed = new HashSet<>();
    for (String path : told.filesWithoutTwin().stream().limit(3).toList()) {
      Path file = site.resolve("corpus").resolve(path);
      Files.writeString(file, "\nA line with a " + NEW_WORD + ".\n", StandardOpenOption.APPEND);
      // Long ago, so that it is no file modified just now, which would be read once more.
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));
      changed.add(told.articleOf(path));
    }
    ReindexReport report = reindex(site);
    assertThat(report.files().read()).isEqualTo(3);
    assertThat(report.files().changed()).isEqualTo(3);
    assertThat(report.items().removed()).isZero();
    assertThat(ids(site, NEW_WORD)).isEqualTo(changed).hasSize(3);
    assertThat(ids(site, "")).isEqualTo(ids(original, ""));
  }

  @Test
  void deletedFile_takesOutTheItemThatItAloneHeld_andNoOther() throws IOException {
    Path site = copied();
    Told told = Told.by(corpus(site));
    String path = told.fileThatAloneHoldsItsArticleOnly(ids(original, ""));
    Files.delete(site.resolve("corpus").resolve(path));
    ReindexReport report = reindex(site);
    assertThat(report.files().removed()).isEqualTo(1);
    assertThat(report.files().read()).isZero();
    assertThat(report.items().removed()).isEqualTo(1);
    Set<ArticleId> expected = new HashSet<>(ids(original, ""));
    assertThat(expected.remove(told.articleOf(path))).isTrue();
    assertThat(ids(site, "")).isEqualTo(expected).hasSize(ITEMS - 1);
  }

  private static Set<ArticleId> ids(Path site, String words) {
    try (SearchEngine engine = open(site)) {
      List<Hit> hits =
          engine.search(new RequestBuilder().words(words).page(1, 10_000).build()).hits();
      return hits.stream().map(hit -> hit.article().id()).collect(Collectors.toSet());
    }
  }

  /** Which files tell of which items. */
  private record Told(
      Map<String, Set<ArticleId>> idsByFile,
      Map<String, ArticleId> articleByFile,
      Map<ArticleId, Set<String>> filesById)
      implements MentionSink {
    static Told by(CorpusReader corpus) {
      Told told = new Told(new TreeMap<>(), new HashMap<>(), new HashMap<>());
      corpus.list().files().forEach(file -> corpus.read(file, told));
      return told;
    }

    @Override
    public void mention(Mention mention) {
      String path = mention.source().path();
      ArticleId id = mention.article().id();
      idsByFile.computeIfAbsent(path, unseen -> new HashSet<>()).add(id);
      filesById.computeIfAbsent(id, unseen -> new TreeSet<>()).add(path);
      if (mention.source().entry() == 0) {
        articleByFile.put(path, id);
      }
    }

    @Override
    public void problem(CorpusProblem problem) {
      throw new AssertionError(problem.toString());
    }

    ArticleId articleOf(String path) {
      ArticleId id = articleByFile.get(path);
      assertThat(id).as(path).isNotNull();
      return Objects.requireNonNull(id);
    }

    List<String> filesWithoutTwin() {
      Map<ArticleId, Long> files =
          articleByFile.values().stream()
              .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
      return idsByFile.keySet().stream()
          .filter(path -> files.getOrDefault(articleOf(path), 0L) == 1)
          .toList();
    }

    String fileThatAloneHoldsItsArticleOnly(Set<ArticleId> items) {
      return idsByFile.entrySet().stream()
          .filter(file -> items.contains(articleOf(file.getKey())))
          .filter(file -> heldOnlyBy(file).equals(Set.of(articleOf(file.getKey()))))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElseThrow();
    }

    private Set<ArticleId> heldOnlyBy(Map.Entry<String, Set<ArticleId>> file) {
      return file.getValue().stream()
          .filter(id -> Set.of(file.getKey()).equals(filesById.get(id)))
          .collect(Collectors.toSet());
    }
  }
}
