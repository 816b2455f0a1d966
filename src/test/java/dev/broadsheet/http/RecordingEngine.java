package dev.broadsheet.http;

import dev.broadsheet.search.IndexStats;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
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
