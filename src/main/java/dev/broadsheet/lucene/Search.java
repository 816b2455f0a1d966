package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.meaning.Vector;
import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchObserver;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.words.Continuation;
import dev.broadsheet.words.HitMaker;
import dev.broadsheet.words.MeaningScale;
import dev.broadsheet.words.Synonyms;
import dev.broadsheet.words.TextPlan;
import dev.broadsheet.words.TextPlanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.search.Query;

/** One search, on one snapshot. */
final class Search {
  /** So many items of a story are shown beside its best. */
  private static final int MAX_NEXT_BEST = 3;

  private final Snapshot snapshot;
  private final SearchRequest request;
  private final LuceneSettings settings;
  private final Synonyms synonyms;
  private final Continuation<Query, LuceneView> continuation;
  private final Optional<HybridPlan> hybrid;
  private final TieredQuery query;
  private final HitOrder order;
  private final Stopwatch watch;

  private Search(
      Snapshot snapshot,
      SearchRequest request,
      LuceneSettings settings,
      Synonyms synonyms,
      Continuation<Query, LuceneView> continuation,
      Optional<HybridPlan> hybrid,
      Stopwatch watch) {
    this.snapshot = snapshot;
    this.request = request;
    this.settings = settings;
    this.synonyms = synonyms;
    this.continuation = continuation;
    this.hybrid = hybrid;
    this.watch = watch;
    TextPlan<Query> plan = hybrid.map(HybridPlan::plan).orElseGet(continuation::plan);
    this.query =
        new TieredQuery(
            plan, settings.restriction(), request.filters(), continuation.view().remembered(plan));
    this.order = HitOrder.of(request.sort());
  }

  /**
   * A search, with the words of the request planned.
   *
   * @param vectors makes those of queries; empty where no meanings are searched
   */
  static Search of(
      Snapshot snapshot,
      SearchRequest request,
      LuceneSettings settings,
      Synonyms synonyms,
      Optional<QueryVectors> vectors)
      throws IOException {
    var watch = new Stopwatch();
    Continuation<Query, LuceneView> continuation =
        Continuation.of(
            new LuceneView(snapshot, snapshot.searcher()),
            request,
            new Planners(settings, synonyms));
    Optional<HybridPlan> hybrid =
        vectors.isPresent() && request.options().meaning()
            ? hybrid(snapshot, request, settings, continuation, vectors.get())
            : Optional.empty();
    watch.planned();
    return new Search(snapshot, request, settings, synonyms, continuation, hybrid, watch);
  }

  /** A page goes on as the one before it: by words and meaning, or by words alone. */
  private static Optional<HybridPlan> hybrid(
      Snapshot snapshot,
      SearchRequest request,
      LuceneSettings settings,
      Continuation<Query, LuceneView> continuation,
      QueryVectors vectors)
      throws IOException {
    String field = Schema.vector(vectors.space());
    Optional<MeaningScale> scale = continuation.scale();
    boolean wanted = continuation.goesOn() ? scale.isPresent() : snapshot.hasVectors(field);
    if (!wanted || !QueryVectors.hasMeaning(request.query())) {
      return Optional.empty();
    }
    var planner =
        new HybridPlanner(
            snapshot,
            continuation.view().searcher(),
            settings,
            request.filters(),
            request.sort() == SortOrder.RELEVANCE,
            field);
    Vector vector = vectors.of(request.query(), continuation.plan());
    return scale.isPresent()
        ? Optional.of(planner.next(continuation.plan(), vector, scale.get()))
        : planner.first(continuation.plan(), vector);
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
    HitMaker maker =
        HitMaker.of(
            request.options(), query.plan(), settings.quality(), settings.ranking().recency());
    var reader = new HitReader(snapshot, query.restriction(), maker);
    var result =
        new SearchResult(
            counted ? counts.total() : found.total(),
            counted || found.totalIsExact(),
            hits(page(found), reader),
            counts.facets(),
            query.plan().wording(),
            next(found),
            hybrid.isPresent()
                ? OptionalLong.of(hybrid.get().added().size())
                : OptionalLong.empty(),
            version);
    observer.searched(request, result, watch.done(maker.highlighting()));
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
        ? Optional.of(
            continuation.behind(found.hits().get(end - 1).key(), hybrid.map(HybridPlan::scale)))
        : Optional.empty();
  }

  /** Counts, unless that was done before. */
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
            request.options().byStory(),
            hybrid.map(HybridPlan::added).orElse(Set.of()));
    CountedFacets known = snapshot.counts().known(key);
    if (known != null) {
      watch.counted(true);
      return known;
    }
    CountedFacets counted = count();
    watch.counted(false);
    snapshot.counts().put(key, counted);
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
    if (request.query().isEmpty()) {
      counter.countAll();
    } else {
      counter.count(query.plan().widest());
    }
    return new CountedFacets(counter.total(), counter.facets());
  }

  private List<Hit> hits(List<Found.Ranked> page, HitReader reader) throws IOException {
    Map<Integer, StoryMatches> matches =
        request.options().byStory() ? stories().matches(page) : Map.of();
    return hits(
        page,
        found ->
            request.options().byStory()
                ? Optional.of(group(found, matches, reader))
                : Optional.empty(),
        reader);
  }

  private List<Hit> hits(List<Found.Ranked> page, Groups groups, HitReader reader)
      throws IOException {
    List<Article> articles = snapshot.articles(page.stream().mapToInt(Found.Ranked::document));
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      Deadline.check();
      Found.Ranked found = page.get(i);
      hits.add(hit(found, articles.get(i), groups.of(found), reader));
    }
    return hits;
  }

  /** Tells for which story a hit stands, if any. */
  private interface Groups {
    Optional<Hit.StoryGroup> of(Found.Ranked found) throws IOException;
  }

  private Hit hit(
      Found.Ranked found, Article article, Optional<Hit.StoryGroup> group, HitReader reader)
      throws IOException {
    Hit hit = reader.hit(found.document(), article, order.score(found.key()), group);
    return hybrid.isPresent() ? hybrid.get().told(hit, found.document()) : hit;
  }

  private Hit.StoryGroup group(
      Found.Ranked best, Map<Integer, StoryMatches> matches, HitReader reader) throws IOException {
    int story = snapshot.stories().story(best.document());
    StoryMatches matching = Objects.requireNonNull(matches.get(story));
    List<Hit> related = hits(matching.nextBest(MAX_NEXT_BEST), next -> Optional.empty(), reader);
    return new Hit.StoryGroup(matching.coverage(), related);
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
