package dev.broadsheet.http;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.ArticleResult;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetSearchRequest;
import dev.broadsheet.search.FacetSearchResult;
import dev.broadsheet.search.IndexStats;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SimilarRequest;
import dev.broadsheet.search.SimilarResult;
import dev.broadsheet.search.SuggestRequest;
import dev.broadsheet.search.SuggestResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Remembers what it was asked, and answers what it was told to. */
final class RecordingEngine implements SearchEngine {
  private final List<SearchRequest> requests = new CopyOnWriteArrayList<>();
  private volatile Function<SearchRequest, SearchResult> answer = _ -> Answers.full();

  void answer(Function<SearchRequest, SearchResult> next) {
    answer = next;
  }

  List<SearchRequest> requests() {
    return requests;
  }

  SearchRequest lastRequest() {
    return requests.getLast();
  }

  @Override
  public SearchResult search(SearchRequest request) {
    requests.add(request);
    return answer.apply(request);
  }

  @Override
  public SuggestResult suggest(SuggestRequest request) {
    return new SuggestResult(List.of(), version());
  }

  @Override
  public FacetSearchResult searchFacet(FacetSearchRequest request) {
    return new FacetSearchResult(new FacetCounts(request.field(), List.of()), version());
  }

  @Override
  public Optional<ArticleResult> article(ArticleId id) {
    return Optional.empty();
  }

  @Override
  public Optional<SimilarResult> similar(SimilarRequest request) {
    return Optional.empty();
  }

  @Override
  public String version() {
    return "g1.1";
  }

  @Override
  public IndexStats stats() {
    return new IndexStats(
        "none",
        new IndexStats.Counts(0, Map.of(), 0, 0, 0, 0),
        Optional.empty(),
        Optional.empty(),
        0,
        true,
        Optional.empty());
  }

  @Override
  public void close() {}
}
