package dev.broadsheet.opensearch;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.indexing.IndexTarget;
import dev.broadsheet.search.ArticleResult;
import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.FacetSearchRequest;
import dev.broadsheet.search.FacetSearchResult;
import dev.broadsheet.search.IndexStats;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchEngineException;
import dev.broadsheet.search.SearchObserver;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SimilarRequest;
import dev.broadsheet.search.SimilarResult;
import dev.broadsheet.search.SuggestRequest;
import dev.broadsheet.search.SuggestResult;
import dev.broadsheet.words.Checksum;
import dev.broadsheet.words.Suggester;
import dev.broadsheet.words.SynonymFile;
import dev.broadsheet.words.Synonyms;
import dev.broadsheet.words.TypedValue;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The cluster engine: reads an index of an OpenSearch cluster, and follows what is published to it.
 * While the cluster can't be asked, every answer is a {@link SearchEngineException}; when it can,
 * answers come again.
 */
public final class OpenSearchEngine implements SearchEngine {
  private final Cluster cluster;
  private final Snapshots snapshots;
  private final OpenSearchSettings settings;
  private final SynonymFile synonyms;
  private final Optional<Duration> timeout;
  private final String fingerprint;
  private final SearchObserver observer;

  private OpenSearchEngine(
      Cluster cluster,
      OpenSearchSettings settings,
      SynonymFile synonyms,
      Optional<Duration> timeout,
      SearchObserver observer) {
    this.cluster = cluster;
    this.snapshots = new Snapshots(cluster, settings.index().alias());
    this.settings = settings;
    this.synonyms = synonyms;
    this.timeout = timeout;
    this.fingerprint = fingerprint(settings);
    this.observer = observer;
  }

  /**
   * Opens an index to read it, and gives each answer all the time that it takes. The cluster need
   * not be there yet.
   *
   * @throws SearchEngineException where the certificate or the synonyms can't be read
   */
  public static OpenSearchEngine open(OpenSearchSettings settings) {
    return open(settings, Optional.empty(), SearchObserver.NONE);
  }

  /**
   * The same, with answers that are given up after some time, and telling of each search.
   *
   * @param timeout how long an answer may take
   * @throws SearchEngineException where the certificate or the synonyms can't be read
   */
  public static OpenSearchEngine open(
      OpenSearchSettings settings, Optional<Duration> timeout, SearchObserver observer) {
    SynonymFile synonyms = SynonymFile.open(settings.synonyms());
    var engine = new OpenSearchEngine(connect(settings), settings, synonyms, timeout, observer);
    engine.snapshots.start();
    return engine;
  }

  private static Cluster connect(OpenSearchSettings settings) {
    try {
      return Cluster.of(settings.cluster());
    } catch (IOException e) {
      throw new SearchEngineException("can't connect to the cluster: " + e.getMessage(), e);
    }
  }

  /**
   * Whether there is an index in the cluster.
   *
   * @throws SearchEngineException where that can't be told
   */
  public static boolean exists(OpenSearchSettings settings) {
    try (Cluster cluster = connect(settings)) {
      cluster.get("/_alias/" + settings.index().alias());
      return true;
    } catch (ClusterException e) {
      if (e.isNotFound()) {
        return false;
      }
      throw failed(e);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** The index, to be written to; made when it is first written to. */
  public static IndexTarget target(OpenSearchSettings settings) {
    return new ClusterTarget(settings);
  }

  /** A short name for what bears on answers; where the cluster is does not. */
  private static String fingerprint(OpenSearchSettings settings) {
    List<Object> all =
        List.of(
            settings.quality().weight(),
            settings.quality().pivot(),
            settings.onlyPublished(),
            settings.ranking().numbers());
    return Checksum.hex(Checksum.of(all.toString()));
  }

  @Override
  public SearchResult search(SearchRequest request) {
    Synonyms now = synonyms.current();
    return answer(snapshot ->
        ClusterSearch.of(snapshot, request, settings, now).run(version(snapshot, now), observer));
  }

  @Override
  public SuggestResult suggest(SuggestRequest request) {
    Synonyms now = synonyms.current();
    return answer(snapshot ->
        new Suggester<>(
                new ClusterView(snapshot), request, settings.restriction(), settings.ranking(), now)
            .run(version(snapshot, now)));
  }

  @Override
  public FacetSearchResult searchFacet(FacetSearchRequest request) {
    var facets = new FacetRequest(List.of(request.field()), request.size(), DateInterval.AUTO);
    var text = new TypedValue(request.text());
    return answer(snapshot -> {
      var reader =
          new FacetReader(
              snapshot, settings.restriction(), facets, request.filters(), ZoneOffset.UTC, false);
      var counted =
          reader.count(new ClusterView(snapshot).filter(new Sought.Items()), text::begins);
      return new FacetSearchResult(counted.facets().getFirst(), version(snapshot));
    });
  }

  @Override
  public Optional<ArticleResult> article(ArticleId id) {
    return answer(snapshot ->
        new ArticleLookup(snapshot, settings.restriction()).find(id, version(snapshot)));
  }

  @Override
  public Optional<SimilarResult> similar(SimilarRequest request) {
    return answer(snapshot ->
        new ArticleLookup(snapshot, settings.restriction()).similar(request, version(snapshot)));
  }

  @Override
  public String version() {
    return answer(this::version);
  }

  private String version(Snapshot snapshot) {
    return version(snapshot, synonyms.current());
  }

  private String version(Snapshot snapshot, Synonyms rules) {
    return snapshot.state().version() + "-" + fingerprint + rules.fingerprint();
  }

  @Override
  public IndexStats stats() {
    return answer(
        snapshot -> new StatsReader(cluster, snapshot).read(ClusterSchema.fingerprint(settings)));
  }

  private <T> T answer(Snapshots.Borrower<T> borrower) {
    try {
      return timeout.isEmpty()
          ? snapshots.lend(borrower)
          : TimeLimit.within(timeout.get(), () -> snapshots.lend(borrower));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static SearchEngineException failed(IOException e) {
    return new SearchEngineException("can't search in the cluster: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    snapshots.close();
    cluster.close();
  }
}
