package dev.broadsheet.app;

import dev.broadsheet.analytics.QueryLog;
import dev.broadsheet.analytics.QueryReport;
import dev.broadsheet.config.Config;
import dev.broadsheet.config.ConfigException;
import dev.broadsheet.config.Secret;
import dev.broadsheet.corpus.CorpusLimits;
import dev.broadsheet.corpus.CorpusReader;
import dev.broadsheet.http.AddressRange;
import dev.broadsheet.http.HttpApi;
import dev.broadsheet.http.HttpSettings;
import dev.broadsheet.http.HttpStartException;
import dev.broadsheet.http.InvalidParameterException;
import dev.broadsheet.http.Metrics;
import dev.broadsheet.http.Operation;
import dev.broadsheet.http.ParsedSearch;
import dev.broadsheet.http.SearchAnswer;
import dev.broadsheet.http.SearchParameters;
import dev.broadsheet.indexing.MeaningReindexer;
import dev.broadsheet.indexing.ReindexProgress;
import dev.broadsheet.indexing.ReindexReport;
import dev.broadsheet.indexing.ReindexReport.Outcome;
import dev.broadsheet.indexing.ReindexRequest;
import dev.broadsheet.indexing.Reindexer;
import dev.broadsheet.meaning.Embedder;
import dev.broadsheet.meaning.VectorSpace;
import dev.broadsheet.search.IndexCheck;
import dev.broadsheet.search.IndexStats;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchEngineException;
import dev.broadsheet.search.SearchObserver;
import dev.broadsheet.search.SearchResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The real parts. */
final class WiredApplication implements Application {
  private final Config config;
  private final Clock clock;
  private final ChosenEngine chosen;

  WiredApplication(Config config, Clock clock) {
    this.config = config;
    this.chosen = new ChosenEngine(config);
    this.clock = clock;
  }

  @Override
  public boolean hasIndex() {
    return chosen.exists();
  }

  @Override
  public ReindexReport reindex(ReindexRequest request, ReindexProgress progress) {
    return reindex(request, progress, config.threads());
  }

  /** Beside a server, embedding takes only half of the threads, and leaves the rest to searches. */
  private ReindexReport reindexBeside(ReindexRequest request, ReindexProgress progress) {
    return reindex(request, progress, Math.max(1, config.threads() / 2));
  }

  private ReindexReport reindex(
      ReindexRequest request, ReindexProgress progress, int embeddingThreads) {
    Optional<Embedder> meaning = chosen.meaning();
    if (meaning.isEmpty()) {
      return reindexer(Optional.empty()).run(request, progress);
    }
    try (Embedder embedder = meaning.get()) {
      Optional<VectorSpace> space = Optional.of(embedder.space());
      ReindexReport report = reindexer(space).run(request, progress);
      if (report.outcome() == Outcome.PUBLISHED || report.outcome() == Outcome.UNCHANGED) {
        new MeaningReindexer(chosen.target(space), embedder, embeddingThreads).run(progress);
      }
      return report;
    }
  }

  private Reindexer reindexer(Optional<VectorSpace> space) {
    return new Reindexer(corpus(), chosen.target(space), config.threads(), clock);
  }

  @Override
  public CheckReport check(ReindexProgress progress) {
    return new CorpusCheck(corpus(), config.threads(), clock).run(progress);
  }

  @Override
  public CompletedSearch search(Map<String, List<String>> parameters) {
    ParsedSearch search = parse(parameters);
    try (OpenedEngine opened = openEngine()) {
      SearchEngine engine = opened.engine();
      Instant start = clock.instant();
      SearchResult result = search.ask(engine);
      Duration took = Duration.between(start, clock.instant());
      return new CompletedSearch(
          search.request(), result, took, new SearchAnswer(search.echo(), result, took)::toBytes);
    } catch (InvalidParameterException e) {
      throw new InvalidSearchException(e);
    }
  }

  private ParsedSearch parse(Map<String, List<String>> parameters) {
    try {
      return new SearchParameters(clock, config.semantic()).parse(parameters);
    } catch (InvalidParameterException e) {
      throw new InvalidSearchException(e);
    }
  }

  @Override
  public IndexStats stats() {
    try (OpenedEngine opened = openEngine()) {
      return opened.engine().stats();
    }
  }

  @Override
  public IndexCheck verify() {
    requireIndex();
    return chosen.check();
  }

  @Override
  public RunningServer serve() throws IOException {
    requireIndex();
    var parts = new OpenParts();
    try {
      return serve(parts);
    } catch (HttpStartException e) {
      parts.close();
      throw new IOException(e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private RunningServer serve(OpenParts parts) throws IOException {
    Optional<String> token = config.admin().token().read().map(Secret::value);
    // Beside the engine: each needs a while to load its classes, and neither needs the other.
    CompletableFuture<Metrics> metrics = CompletableFuture.supplyAsync(Metrics::create);
    CompletableFuture<Void> preloaded = metrics.thenRunAsync(HttpApi::preload);
    parts.add(preloaded::join);
    parts.add(() -> metrics.join().close());
    SearchObserver counted =
        (request, result, cost) -> metrics.join().observer().searched(request, result, cost);
    // A deadline only here: who searches by a command can see that it takes long, and end it.
    Optional<Embedder> embedder = chosen.meaning();
    embedder.ifPresent(it -> parts.add(it::close));
    SearchEngine engine =
        chosen.open(
            config.limits().search(), counted.and(new SlowSearches(config.log())), embedder);
    parts.add(engine::close);
    metrics.join().watchProcess();
    var reindexes = new BackgroundReindex(this::reindexBeside, clock);
    parts.add(reindexes::close);
    Optional<QueryLog> queries = openQueries();
    queries.ifPresent(log -> parts.add(log::close));
    var operation = new Operation(metrics.join(), Optional.of(reindexes), token, queries);
    HttpApi api = HttpApi.start(engine, httpSettings(), clock, operation);
    parts.add(api::close);
    if (config.watch()) {
      parts.add(CorpusWatch.start(config.corpus(), reindexes, CorpusWatch.QUIET)::close);
    }
    return new Serving(engine, api, parts);
  }

  private Optional<QueryLog> openQueries() throws IOException {
    return config.queries().isPresent()
        ? Optional.of(QueryLog.open(config.queries().get(), clock))
        : Optional.empty();
  }

  @Override
  public QueryReport queries(int days, int size) throws IOException {
    Path folder =
        config
            .queries()
            .orElseThrow(() ->
                new ConfigException(
                    "what visitors look for is not counted: queries.folder is not set; expected"
                        + " the folder where a server keeps its counts"));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return QueryReport.read(folder, today.minusDays(days - 1L), today, size);
  }

  private void requireIndex() {
    if (!hasIndex()) {
      throw new SearchEngineException(
          "there is no index at " + chosen.place() + ": 'broadsheet reindex' builds it");
    }
  }

  private OpenedEngine openEngine() {
    requireIndex();
    Optional<Embedder> embedder = chosen.meaning();
    try {
      return new OpenedEngine(chosen.open(embedder), embedder);
    } catch (RuntimeException e) {
      embedder.ifPresent(Embedder::close);
      throw e;
    }
  }

  /** An engine, and the model that it asks, to be closed together. */
  private record OpenedEngine(SearchEngine engine, Optional<Embedder> embedder)
      implements AutoCloseable {
    @Override
    public void close() {
      engine.close();
      embedder.ifPresent(Embedder::close);
    }
  }

  private CorpusReader corpus() {
    return new CorpusReader(config.corpus(), CorpusLimits.DEFAULT);
  }

  private HttpSettings httpSettings() {
    var settings =
        new HttpSettings(
            config.server().host(),
            config.server().port(),
            new HttpSettings.Site(config.site().name(), config.site().publicUrl()),
            new HttpSettings.Sharing(config.sharing().maxAge(), config.sharing().origins()),
            new HttpSettings.Load(
                config.load().running(), config.load().waiting(), config.load().longestWait()));
    return settings.withStopTimeout(config.limits().stop()).withClients(clients(config.limits()));
  }

  private static HttpSettings.Clients clients(Config.Limits limits) {
    Config.Connections connections = limits.connections();
    return new HttpSettings.Clients(
        new HttpSettings.Rate(limits.rate().perSecond(), limits.rate().burst()),
        limits.proxies().stream().map(AddressRange::of).toList(),
        new HttpSettings.Connections(
            connections.max(), connections.idle(), connections.head(), connections.answer()));
  }
}
