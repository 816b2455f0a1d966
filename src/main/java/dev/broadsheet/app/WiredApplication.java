package dev.broadsheet.app;

import dev.broadsheet.analytics.QueryLog;
import dev.broadsheet.analytics.QueryReport;
import dev.broadsheet.config.Config;
import dev.broadsheet.config.ConfigException;
import dev.broadsheet.config.Secret;
import dev.broadsheet.config.Visibility;
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
import dev.broadsheet.lucene.LuceneEngine;
import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.lucene.QualityBoost;
import dev.broadsheet.lucene.Ranking;
import dev.broadsheet.meaning.Embedder;
import dev.broadsheet.meaning.EmbeddingException;
import dev.broadsheet.meaning.Models;
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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The real parts. */
final class WiredApplication implements Application {
  private final Config config;
  private final Clock clock;

  WiredApplication(Config config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public boolean hasIndex() {
    return LuceneEngine.exists(config.index());
  }

  @Override
  public ReindexReport reindex(ReindexRequest request, ReindexProgress progress) {
    return reindex(request, progress, config.threads());
  }

  /** Beside a server, embedding takes only half of the processors, and leaves one to searches. */
  private ReindexReport reindexBeside(ReindexRequest request, ReindexProgress progress) {
    return reindex(request, progress, Math.max(1, config.threads() / 2));
  }

  private ReindexReport reindex(
      ReindexRequest request, ReindexProgress progress, int embeddingThreads) {
    if (!config.semantic()) {
      return reindexer(Optional.empty()).run(request, progress);
    }
    try (Embedder embedder = meaning()) {
      Optional<VectorSpace> space = Optional.of(embedder.space());
      ReindexReport report = reindexer(space).run(request, progress);
      if (report.outcome() == Outcome.PUBLISHED || report.outcome() == Outcome.UNCHANGED) {
        var target = LuceneEngine.target(config.index(), luceneSettings(), space);
        new MeaningReindexer(target, embedder, embeddingThreads).run(progress);
      }
      return report;
    }
  }

  private Reindexer reindexer(Optional<VectorSpace> space) {
    var target = LuceneEngine.target(config.index(), luceneSettings(), space);
    return new Reindexer(corpus(), target, config.threads(), clock);
  }

  private static Embedder meaning() {
    try {
      return Models.open();
    } catch (EmbeddingException e) {
      throw new ConfigException(Objects.requireNonNullElse(e.getMessage(), "no model"), e);
    }
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
    return LuceneEngine.check(config.index());
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
    Optional<String> token = config.admin().readToken().map(Secret::value);
    // Beside the engine: each needs a while to load its classes, and neither needs the other.
    CompletableFuture<Metrics> metrics = CompletableFuture.supplyAsync(Metrics::create);
    parts.add(() -> metrics.join().close());
    SearchObserver counted =
        (request, result, cost) -> metrics.join().observer().searched(request, result, cost);
    // A deadline only here: who searches by a command can see that it takes long, and end it.
    Optional<Embedder> embedder = config.semantic() ? Optional.of(meaning()) : Optional.empty();
    embedder.ifPresent(it -> parts.add(it::close));
    SearchEngine engine =
        LuceneEngine.open(
            config.index(),
            luceneSettings(),
            Optional.of(config.limits().search()),
            counted.and(new SlowSearches(config.log())),
            embedder);
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
          "there is no index at " + config.index() + ": 'broadsheet reindex' builds it");
    }
  }

  private OpenedEngine openEngine() {
    requireIndex();
    Optional<Embedder> embedder = config.semantic() ? Optional.of(meaning()) : Optional.empty();
    try {
      return new OpenedEngine(
          LuceneEngine.open(
              config.index(), luceneSettings(), Optional.empty(), SearchObserver.NONE, embedder),
          embedder);
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

  private LuceneSettings luceneSettings() {
    return new LuceneSettings(
        new QualityBoost(config.quality().weight(), config.quality().pivot()),
        config.visibility() == Visibility.PUBLISHED,
        ranking(config.ranking()),
        Optional.of(config.synonyms()));
  }

  private static Ranking ranking(Config.Ranking ranking) {
    Config.Texts texts = ranking.texts();
    Config.Bonus bonus = ranking.bonus();
    Config.Relax relax = ranking.relax();
    return new Ranking(
        new Ranking.Texts(
            texts.title(), texts.excerpt(), texts.topic(), texts.provider(), texts.body()),
        new Ranking.Bonus(bonus.exact(), bonus.proximity(), bonus.synonym(), bonus.feedback()),
        new Ranking.Relaxing(relax.words(), relax.below(), relax.longBelow(), relax.enough()),
        new Ranking.Recency(ranking.recency().weight(), ranking.recency().halfLife()));
  }
}
