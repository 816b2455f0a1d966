package dev.broadsheet.opensearch;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchCost;
import dev.broadsheet.search.SearchObserver;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.words.Continuation;
import dev.broadsheet.words.HitMaker;
import dev.broadsheet.words.Synonyms;
import dev.broadsheet.words.TextPlanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One search, on one snapshot. */
final class ClusterSearch {
  /** So many items of a story are shown beside its best. */
  private static final int MAX_NEXT_BEST = 3;

  private final Snapshot snapshot;
  private final SearchRequest request;
  private final OpenSearchSettings settings;
  private final Continuation<Sought, ClusterView> continuation;
  private final Tiers tiers;
  private final HitSort order;
  private final long begun;
  private final long planned;

  private ClusterSearch(
      Snapshot snapshot,
      SearchRequest request,
      OpenSearchSettings settings,
      Continuation<Sought, ClusterView> continuation,
      long begun) {
    this.snapshot = snapshot;
    this.request = request;
    this.settings = settings;
    this.continuation = continuation;
    this.tiers = new Tiers(continuation.plan(), settings.restriction(), request.filters());
    this.order = HitSort.of(request.sort());
    this.begun = begun;
    this.planned = System.nanoTime();
  }

  /** A search, with the words of the request planned. */
  static ClusterSearch of(
      Snapshot snapshot, SearchRequest request, OpenSearchSettings settings, Synonyms synonyms)
      throws IOException {
    long begun = System.nanoTime();
    Continuation<Sought, ClusterView> continuation =
        Continuation.of(new ClusterView(snapshot), request, new Planners(settings, synonyms));
    return new ClusterSearch(snapshot, request, settings, continuation, begun);
  }

  private record Planners(OpenSearchSettings settings, Synonyms synonyms)
      implements Continuation.Planners<Sought, ClusterView> {
    @Override
    public TextPlanner<Sought> over(ClusterView view) {
      return new TextPlanner<>(view, settings.restriction(), settings.ranking(), synonyms);
    }

    @Override
    public ClusterView withNumbers(ClusterView now, List<Long> numbers, List<Sought> queries) {
      return now.withNumbers(numbers, queries);
    }
  }

  SearchResult run(String version, SearchObserver observer) throws IOException {
    boolean counted = !request.facets().fields().isEmpty();
    // One more than the page holds, to know whether there is another page.
    int wanted = request.page().size() == 0 ? 0 : request.page().end() + 1;
    Found found = request.options().byStory() ? stories(wanted, counted) : items(wanted, counted);
    long afterFinding = System.nanoTime();
    Optional<FacetReader.Counted> counts = counted ? Optional.of(facets()) : Optional.empty();
    long afterCounting = System.nanoTime();
    HitMaker maker =
        HitMaker.of(
            request.options(), tiers.plan(), settings.quality(), settings.ranking().recency());
    var reader = new HitReader(snapshot, settings.restriction(), maker);
    var result =
        new SearchResult(
            counts.map(FacetReader.Counted::total).orElse(found.total()),
            counted || found.totalIsExact(),
            hits(page(found), reader),
            counts.map(FacetReader.Counted::facets).orElse(List.of()),
            tiers.plan().wording(),
            next(found),
            version);
    long marking = maker.highlighting();
    observer.searched(
        request,
        result,
        new SearchCost(
            planned - begun,
            afterFinding - planned,
            afterCounting - afterFinding,
            System.nanoTime() - afterCounting - marking,
            marking,
            counted ? SearchCost.Counts.COUNTED : SearchCost.Counts.NONE));
    return result;
  }

  private Found items(int wanted, boolean counted) throws IOException {
    return new ItemFinder(continuation.view(), tiers, order, counted)
        .find(wanted, continuation.after());
  }

  private Found stories(int wanted, boolean counted) throws IOException {
    List<Ranked> heads = finder().find(wanted, continuation.after());
    long total = 0;
    if (!counted) {
      Sought all =
          new Sought.Restricted(
              tiers.plan().widest(), settings.restriction().and(request.filters()), List.of());
      total = FacetReader.stories(snapshot, continuation.view().filter(all));
    }
    return new Found(heads, total, true);
  }

  private StoryFinder finder() {
    return new StoryFinder(continuation.view(), tiers, order);
  }

  private List<Ranked> page(Found found) {
    int end = Math.min(request.page().end(), found.hits().size());
    return found.hits().subList(Math.min(request.page().start(), end), end);
  }

  private Optional<Cursor> next(Found found) throws IOException {
    int end = request.page().end();
    return end > 0 && found.hits().size() > end
        ? Optional.of(continuation.behind(found.hits().get(end - 1).key()))
        : Optional.empty();
  }

  private FacetReader.Counted facets() throws IOException {
    var reader =
        new FacetReader(
            snapshot,
            settings.restriction(),
            request.facets(),
            request.filters(),
            request.zone(),
            request.options().byStory());
    return reader.count(continuation.view().filter(tiers.plan().widest()), value -> true);
  }

  private List<Hit> hits(List<Ranked> page, HitReader reader) throws IOException {
    boolean byStory = request.options().byStory();
    Map<String, List<Ranked>> matches = byStory ? finder().matches(page) : Map.of();
    reader.prepare(shown(page, matches));
    List<Hit> hits = new ArrayList<>();
    for (Ranked found : page) {
      Optional<Hit.StoryGroup> group =
          byStory
              ? Optional.of(group(matches.getOrDefault(found.story(), List.of()), reader))
              : Optional.empty();
      hits.add(reader.hit(found.id(), order.scoreOf(found.key()), group));
    }
    return hits;
  }

  private static List<ArticleId> shown(List<Ranked> page, Map<String, List<Ranked>> matches) {
    return Stream.concat(page.stream(), matches.values().stream().flatMap(ClusterSearch::nextBest))
        .map(Ranked::id)
        .distinct()
        .toList();
  }

  private Hit.StoryGroup group(List<Ranked> matching, HitReader reader) throws IOException {
    List<Hit> related = new ArrayList<>();
    for (Ranked next : nextBest(matching).toList()) {
      related.add(reader.hit(next.id(), order.scoreOf(next.key())));
    }
    return new Hit.StoryGroup(StoryFinder.coverage(matching), related);
  }

  /** What is shown of a story beside its best item. */
  private static Stream<Ranked> nextBest(List<Ranked> matching) {
    return matching.stream().skip(1).limit(MAX_NEXT_BEST);
  }
}
