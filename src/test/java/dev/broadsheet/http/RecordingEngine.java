package dev.broadsheet.http;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.ArticleResult;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetSearchRequest;
import dev.broadsheet.search.FacetSearchResult;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.IndexStats;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SimilarRequest;
import dev.broadsheet.search.SimilarResult;
import dev.broadsheet.search.SuggestRequest;
import dev.broadsheet.search.SuggestResult;
import dev.broadsheet.search.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Remembers what it was asked, and answers what it was told to. */
final class RecordingEngine implements SearchEngine {
  private final List<Object> asked = new CopyOnWriteArrayList<>();
  private volatile Function<SearchRequest, SearchResult> answer = _ -> Answers.full();
  private volatile List<Suggestion> suggestions = List.of();
  private volatile List<FacetCounts.Value> values = List.of();
  private volatile Optional<Hit> item = Optional.empty();
  private volatile String version = "g1.1";
  private volatile Optional<RuntimeException> trouble = Optional.empty();
  private final AtomicInteger statsRead = new AtomicInteger();
  private volatile IndexStats stats =
      new IndexStats(
          "none",
          new IndexStats.Counts(0, Map.of(), 0, 0, 0, 0),
          Optional.empty(),
          Optional.empty(),
          0,
          true,
          Optional.empty());

  void answer(Function<SearchRequest, SearchResult> next) {
    answer = next;
  }

  void suggest(Suggestion... next) {
    suggestions = List.of(next);
  }

  void count(FacetCounts.Value... next) {
    values = List.of(next);
  }

  /** The one item that there is. */
  void hold(Hit next) {
    item = Optional.of(next);
  }

  /** What the index is said to hold. */
  void hold(IndexStats next) {
    stats = next;
  }

  /** How often it was asked what the index holds. */
  int statsRead() {
    return statsRead.get();
  }

  /** Looks no item up from now on. */
  void fail(RuntimeException next) {
    trouble = Optional.of(next);
  }

  /** Another state of the index, with the same items. */
  void publish(String next) {
    version = next;
  }

  /** All requests, whatever for. */
  List<Object> asked() {
    return asked;
  }

  <T> T lastAsked(Class<T> kind) {
    return kind.cast(asked.getLast());
  }

  SearchRequest lastRequest() {
    return lastAsked(SearchRequest.class);
  }

  @Override
  public SearchResult search(SearchRequest request) {
    asked.add(request);
    SearchResult result = answer.apply(request);
    return new SearchResult(
        result.total(),
        result.totalIsExact(),
        result.hits(),
        result.facets(),
        result.wording(),
        result.next(),
        version);
  }

  @Override
  public SuggestResult suggest(SuggestRequest request) {
    asked.add(request);
    return new SuggestResult(suggestions, version);
  }

  @Override
  public FacetSearchResult searchFacet(FacetSearchRequest request) {
    asked.add(request);
    return new FacetSearchResult(new FacetCounts(request.field(), values), version);
  }

  @Override
  public Optional<ArticleResult> article(ArticleId id) {
    trouble.ifPresent(thrown -> {
      throw thrown;
    });
    asked.add(id);
    return item.filter(hit -> hit.article().id().equals(id))
        .map(hit ->
            new ArticleResult(
                hit, List.of(Answers.bareHit("Elsewhere")), Answers.coverage(), version));
  }

  @Override
  public Optional<SimilarResult> similar(SimilarRequest request) {
    asked.add(request);
    return item.filter(hit -> hit.article().id().equals(request.id()))
        .map(_ -> new SimilarResult(List.of(Answers.bareHit("Alike")), version));
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public IndexStats stats() {
    statsRead.incrementAndGet();
    return stats;
  }

  @Override
  public void close() {}
}
