package dev.broadsheet.lucene;

import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchObserver;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.words.Continuation;
import dev.broadsheet.words.Highlighter;
import dev.broadsheet.words.ScoreExplainer;
import dev.broadsheet.words.Synonyms;
import dev.broadsheet.words.TextPlanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.search.Query;

/** One search, on one snapshot. */
final class Search {
  /** So many items of a story are shown beside its best. */
  private static final int MAX_NEXT_BEST = 3;

  /** The counts of so many items are worth to be remembered. */
  private static final int MANY = 5_000;

  private final Snapshot snapshot;
  private final SearchRequest request;
  private final LuceneSettings settings;
  private final Synonyms synonyms;
  private final Continuation<Query, LuceneView> continuation;
  private final TieredQuery query;
  private final HitOrder order;
  private final Stopwatch watch;

  private Search(
      Snapshot snapshot,
      SearchRequest request,
      LuceneSettings settings,
      Synonyms synonyms,
      Continuation<Query, LuceneView> continuation,
      Stopwatch watch) {
    this.snapshot = snapshot;
    this.request = request;
    this.settings = settings;
    this.synonyms = synonyms;
    this.continuation = continuation;
    this.watch = watch;
    this.query = new TieredQuery(continuation.plan(), settings.restriction(), request.filters());
    this.order = HitOrder.of(request.sort());
  }

  /** A search, with the words of the request planned. */
  static Search of(
      Snapshot snapshot, SearchRequest request, LuceneSettings settings, Synonyms synonyms)
      throws IOException {
    var watch = new Stopwatch();
    Continuation<Query, LuceneView> continuation =
        Continuation.of(
            new LuceneView(snapshot, snapshot.searcher()),
            request,
            new Planners(settings, synonyms));
    watch.planned();
    return new Search(snapshot, request, settings, synonyms, continuation, watch);
  }

  SearchResult run(String version, SearchObserver observer) throws IOException {
    boolean counted = !request.facets().fields().isEmpty();
    // One more than the page holds, to know whether there is another page.
    int wanted = request.page().size() == 0 ? 0 : request.page().end() + 1;
    Found found =
        request.options().byStory()
            ? stories().find(wanted, continuation.after())
            : items(counted).find(wanted, continuation.after());
    watch.found();
    CountedFacets counts = counted ? facets() : CountedFacets.NONE;
    var reader = new HitReader(snapshot, query.restriction(), highlighter(), explainer());
    var result =
        new SearchResult(
            counted ? counts.total() : found.total(),
            counted || found.totalIsExact(),
            hits(page(found), reader),
            counts.facets(),
            query.plan().wording(),
            next(found),
            version);
    observer.searched(request, result, watch.done(reader.highlighting()));
    return result;
  }

  private ItemFinder items(boolean counted) {
    return new ItemFinder(continuation.view().searcher(), query, order, counted);
  }

  private StoryFinder stories() {
    return new StoryFinder(snapshot, continuation.view().searcher(), query, order);
  }

  private List<Found.Ranked> page(Found found) {
    int end = Math.min(request.page().end(), found.hits().size());
    return found.hits().subList(Math.min(request.page().start(), end), end);
  }

  private Optional<Cursor> next(Found found) throws IOException {
    int end = request.page().end();
    return end > 0 && found.hits().size() > end
        ? Optional.of(continuation.behind(found.hits().get(end - 1).key()))
        : Optional.empty();
  }

  /** Counts, unless that was done before. What costs little to count is not worth a place. */
  private CountedFacets facets() throws IOException {
    var key =
        new CountedFacets.Key(
            request.query(),
            query.plan().decision(),
            synonyms,
            request.facets(),
            request.filters(),
            query.restriction(),
            request.zone(),
            request.options().byStory());
    CountedFacets known = snapshot.counts().known(key);
    if (known != null) {
      watch.counted(true);
      return known;
    }
    CountedFacets counted = count();
    watch.counted(false);
    if (request.query().isEmpty() || counted.total() >= MANY) {
      snapshot.counts().put(key, counted);
    }
    return counted;
  }

  private CountedFacets count() throws IOException {
    var fields = request.facets().fields();
    FacetTally tally =
        request.options().byStory()
            ? new StoryTally(fields, snapshot.facets(), snapshot.stories(), request.zone())
            : new ItemTally(fields, snapshot.facets(), request.zone());
    var counter =
        new FacetCounter(snapshot, query.restriction(), request.facets(), request.filters(), tally);
    counter.count(query.plan().widest());
    return new CountedFacets(counter.total(), counter.facets());
  }

  private List<Hit> hits(List<Found.Ranked> page, HitReader reader) throws IOException {
    Map<Integer, StoryMatches> matches =
        request.options().byStory() ? stories().matches(page) : Map.of();
    List<Hit> hits = new ArrayList<>();
    for (Found.Ranked found : page) {
      Deadline.check();
      Optional<Hit.StoryGroup> group =
          request.options().byStory()
              ? Optional.of(group(found, matches, reader))
              : Optional.empty();
      hits.add(reader.hit(found.document(), order.score(found.key()), group));
    }
    return hits;
  }

  private Hit.StoryGroup group(
      Found.Ranked best, Map<Integer, StoryMatches> matches, HitReader reader) throws IOException {
    int story = snapshot.stories().story(best.document());
    StoryMatches matching = Objects.requireNonNull(matches.get(story));
    List<Hit> related = new ArrayList<>();
    for (Found.Ranked next : matching.nextBest(MAX_NEXT_BEST)) {
      related.add(reader.hit(next.document(), order.score(next.key())));
    }
    return new Hit.StoryGroup(matching.coverage(), related);
  }

  private Optional<Highlighter> highlighter() {
    return request.options().highlight()
        ? Optional.of(new Highlighter(WantedReader.read(query.plan().marking())))
        : Optional.empty();
  }

  private Optional<ScoreExplainer> explainer() {
    return request.options().explain()
        ? Optional.of(
            new ScoreExplainer(
                settings.quality(),
                settings.ranking().recency(),
                query.plan().decision().scoredAt()))
        : Optional.empty();
  }

  private record Planners(LuceneSettings settings, Synonyms synonyms)
      implements Continuation.Planners<Query, LuceneView> {
    @Override
    public TextPlanner<Query> over(LuceneView view) {
      return new TextPlanner<>(view, settings.restriction(), settings.ranking(), synonyms);
    }

    @Override
    public LuceneView withNumbers(LuceneView now, List<Long> numbers, List<Query> queries) {
      return now.withNumbers(numbers, queries);
    }
  }
}
