package dev.broadsheet.cli;

import dev.broadsheet.analytics.QueryCount;
import dev.broadsheet.analytics.QueryReport;
import dev.broadsheet.app.Application;
import dev.broadsheet.app.CheckReport;
import dev.broadsheet.app.CompletedSearch;
import dev.broadsheet.app.InvalidSearchException;
import dev.broadsheet.app.RunningServer;
import dev.broadsheet.corpus.CorpusProblem;
import dev.broadsheet.fixture.Results;
import dev.broadsheet.indexing.ReindexProgress;
import dev.broadsheet.indexing.ReindexReport;
import dev.broadsheet.indexing.ReindexReport.Outcome;
import dev.broadsheet.indexing.ReindexRequest;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.IndexCheck;
import dev.broadsheet.search.IndexStats;
import dev.broadsheet.search.SearchEngineException;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.search.TextQuery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what a test tells it to, and remembers what it was asked. */
final class FakeApplication implements Application {
  boolean hasIndex = true;
  Outcome outcome = Outcome.PUBLISHED;
  List<CorpusProblem> problems = List.of();
  SearchResult result = Results.result(0, true, List.of(), List.of());
  final List<ReindexRequest> reindexed = new ArrayList<>();
  final List<Map<String, List<String>>> searched = new ArrayList<>();
  List<IndexCheck.Damage> damages = List.of();
  boolean serverIsClosed;

  @Override
  public boolean hasIndex() {
    return hasIndex;
  }

  @Override
  public ReindexReport reindex(ReindexRequest request, ReindexProgress progress) {
    reindexed.add(request);
    progress.report(ReindexProgress.Phase.SCANNING, 0, 0);
    progress.report(ReindexProgress.Phase.READING, 0, 2_500_000);
    progress.report(ReindexProgress.Phase.WRITING, 0, 4_944);
    return new ReindexReport(
        outcome,
        request.full(),
        new ReindexReport.Files(2431, 18, 12, 3, 1, 2, 1, 2413),
        new ReindexReport.Items(4944, 3),
        problems,
        new ReindexReport.Timing(
            Duration.ofMillis(3200),
            Duration.ofMillis(1000),
            Duration.ofMillis(2500),
            Duration.ofMillis(500)));
  }

  @Override
  public CheckReport check(ReindexProgress progress) {
    return new CheckReport(3, 4200, 5, problems, Duration.ofMillis(20));
  }

  @Override
  public QueryReport queries(int days, int size) {
    var to = LocalDate.parse("2026-11-26");
    var ferry = new QueryCount("ferry", 1_234, 0, 567);
    var comet = new QueryCount("comet landing", 89, 12, 3);
    return new QueryReport(
        to.minusDays(days - 1L),
        to,
        new QueryCount(QueryCount.OTHERS, 1_400, 20, 570),
        List.of(ferry, comet),
        List.of(comet));
  }

  @Override
  public CompletedSearch search(Map<String, List<String>> parameters) {
    searched.add(parameters);
    if (!hasIndex) {
      throw new SearchEngineException("there is no index");
    }
    if (parameters.containsKey("tz")) {
      throw new InvalidSearchException(new IllegalArgumentException("tz: not a zone"));
    }
    var request =
        new SearchRequest(
            TextQuery.ALL,
            List.of(),
            SortOrder.NEWEST,
            new SearchRequest.Page(1, 10),
            FacetRequest.NONE,
            ZoneOffset.UTC,
            new SearchRequest.Options(true, parameters.containsKey("group"), true, false));
    return new CompletedSearch(
        request, result, Duration.ofMillis(4), () -> "{}".getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public IndexStats stats() {
    return new IndexStats(
        "g1",
        new IndexStats.Counts(4944, Map.of("article", 1000L, "related", 3944L), 2431, 2, 40, 300),
        Optional.of(Instant.parse("2019-12-20T20:43:00Z")),
        Optional.of(Instant.parse("2020-12-20T20:43:00Z")),
        12_300_000,
        true,
        Optional.of(Instant.parse("2026-11-24T15:00:00Z")));
  }

  @Override
  public IndexCheck verify() {
    return new IndexCheck(23, 12_300_000, damages);
  }

  @Override
  public RunningServer serve() {
    return new RunningServer() {
      @Override
      public String url() {
        return "http://127.0.0.1:4711";
      }

      @Override
      public IndexStats stats() {
        return FakeApplication.this.stats();
      }

      @Override
      public void close() {
        serverIsClosed = true;
      }
    };
  }
}
