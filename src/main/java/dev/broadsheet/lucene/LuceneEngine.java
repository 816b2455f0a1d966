package dev.broadsheet.lucene;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.indexing.IndexTarget;
import dev.broadsheet.meaning.Embedder;
import dev.broadsheet.meaning.VectorSpace;
import dev.broadsheet.search.ArticleResult;
import dev.broadsheet.search.FacetSearchRequest;
import dev.broadsheet.search.FacetSearchResult;
import dev.broadsheet.search.IndexCheck;
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
import dev.broadsheet.words.Restriction;
import dev.broadsheet.words.Suggester;
import dev.broadsheet.words.SynonymFile;
import dev.broadsheet.words.Synonyms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The embedded engine: reads an index folder of this machine, and follows what other processes
 * publish to it.
 */
public final class LuceneEngine implements SearchEngine {
  private final Searchers searchers;
  private final LuceneSettings settings;
  private final SynonymFile synonyms;
  private final Optional<Duration> timeout;
  private final String fingerprint;
  private final SearchObserver observer;
  private final Optional<QueryVectors> vectors;

  private LuceneEngine(
      Searchers searchers,
      LuceneSettings settings,
      SynonymFile synonyms,
      Optional<Duration> timeout,
      SearchObserver observer,
      Optional<Embedder> embedder) {
    this.searchers = searchers;
    this.settings = settings;
    this.synonyms = synonyms;
    this.timeout = timeout;
    this.fingerprint =
        settings.fingerprint() + embedder.map(it -> "-" + it.space().name()).orElse("");
    this.observer = observer;
    this.vectors = embedder.map(QueryVectors::new);
  }

  /**
   * Opens an index to read it, and gives each answer all the time that it takes. Nothing is written
   * to its folder.
   *
   * @throws SearchEngineException where there is no index, or it or the synonyms can't be read
   */
  public static LuceneEngine open(Path index, LuceneSettings settings) {
    return open(index, settings, Optional.empty(), SearchObserver.NONE);
  }

  /**
   * The same, with answers that are given up after some time, and telling of each search.
   *
   * @param timeout how long an answer may take; it is looked at so often that few take much longer
   * @throws SearchEngineException where there is no index, or it or the synonyms can't be read
   */
  public static LuceneEngine open(
      Path index, LuceneSettings settings, Optional<Duration> timeout, SearchObserver observer) {
    return open(index, settings, timeout, observer, Optional.empty());
  }

  /**
   * The same, which looks for what words mean as well.
   *
   * @param embedder makes vectors of the space of those in the index; who opened it closes it after
   *     the engine
   * @throws SearchEngineException where there is no index, or it or the synonyms can't be read
   */
  public static LuceneEngine open(
      Path index,
      LuceneSettings settings,
      Optional<Duration> timeout,
      SearchObserver observer,
      Optional<Embedder> embedder) {
    SynonymFile synonyms = SynonymFile.open(settings.synonyms());
    return new LuceneEngine(Searchers.open(index), settings, synonyms, timeout, observer, embedder);
  }

  /**
   * Whether there is an index in a folder.
   *
   * @throws SearchEngineException where that can't be told
   */
  public static boolean exists(Path index) {
    try {
      return new Generations(index).current().isPresent();
    } catch (IOException e) {
      throw new SearchEngineException(
          "can't read the index " + index + ": " + FileTrouble.reason(e), e);
    }
  }

  /**
   * Reads all files of an index, and holds them against the checksums they were written with.
   *
   * @throws SearchEngineException where there is no index, or it can't be told where it is
   */
  public static IndexCheck check(Path index) {
    try {
      return IndexFiles.check(new Generations(index));
    } catch (IOException e) {
      throw new SearchEngineException(
          "can't read the index " + index + ": " + FileTrouble.reason(e), e);
    }
  }

  /** The index folder, to be written to; made when it is first written to. */
  public static IndexTarget target(Path index, LuceneSettings settings) {
    return target(index, settings, Optional.empty());
  }

  /** The same, with the vectors of a space, as far as they are known. */
  public static IndexTarget target(
      Path index, LuceneSettings settings, Optional<VectorSpace> space) {
    return new LuceneIndexTarget(index, settings, space);
  }

  @Override
  public SearchResult search(SearchRequest request) {
    Synonyms now = synonyms.current();
    return answer(snapshot ->
        Search.of(snapshot, request, settings, now, vectors).run(version(snapshot, now), observer));
  }

  @Override
  public SuggestResult suggest(SuggestRequest request) {
    Synonyms now = synonyms.current();
    return answer(snapshot ->
        new Suggester<>(
                new LuceneView(snapshot, snapshot.searcher()),
                request,
                restriction(),
                settings.ranking(),
                now)
            .run(version(snapshot, now)));
  }

  @Override
  public FacetSearchResult searchFacet(FacetSearchRequest request) {
    return answer(
        snapshot -> new FacetSearch(snapshot, restriction()).run(request, version(snapshot)));
  }

  @Override
  public Optional<ArticleResult> article(ArticleId id) {
    return answer(
        snapshot -> new ArticleLookup(snapshot, restriction()).find(id, version(snapshot)));
  }

  @Override
  public Optional<SimilarResult> similar(SimilarRequest request) {
    return answer(snapshot ->
        new SimilarItems(snapshot, restriction(), space()).find(request, version(snapshot)));
  }

  @Override
  public String version() {
    return lend("read the state of", this::version);
  }

  private String version(Snapshot snapshot) {
    return version(snapshot, synonyms.current());
  }

  private String version(Snapshot snapshot, Synonyms rules) {
    return snapshot.version() + "-" + fingerprint + rules.fingerprint();
  }

  @Override
  public boolean knowsMeaning() {
    return vectors.isPresent();
  }

  private Optional<VectorSpace> space() {
    return vectors.map(QueryVectors::space);
  }

  private Restriction restriction() {
    return settings.restriction();
  }

  @Override
  public IndexStats stats() {
    try {
      return lend(
          "read the state of",
          snapshot -> StatsReader.read(snapshot, Schema.fingerprint(settings), space()));
    } catch (RuntimeException e) {
      throw searchers.explained(e);
    }
  }

  /** Answers in the time that there is for it. */
  private <T> T answer(Searchers.Borrower<T> borrower) {
    return lend(
        "search",
        timeout.isEmpty()
            ? borrower
            : snapshot -> Deadline.within(timeout.get(), () -> borrower.use(snapshot)));
  }

  private <T> T lend(String what, Searchers.Borrower<T> borrower) {
    try {
      return searchers.lend(borrower);
    } catch (IOException e) {
      throw new SearchEngineException("can't " + what + " the index: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      searchers.close();
    } catch (IOException e) {
      throw new SearchEngineException("can't close the index: " + e.getMessage(), e);
    }
  }
}
