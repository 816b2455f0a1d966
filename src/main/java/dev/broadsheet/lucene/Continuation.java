package dev.broadsheet.lucene;

import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.InvalidCursorException;
import dev.broadsheet.search.SearchRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;

/**
 * What a page has to take over from the pages before it, so that they join to one answer though the
 * index changes between them: where they ended, what was decided about the words, and the numbers
 * by which hits are scored. The first page begins all of that.
 */
final class Continuation {
  private final Snapshot snapshot;
  private final SearchRequest request;
  private final Optional<Place> before;
  private final TextPlan plan;
  private final IndexSearcher searcher;

  private Continuation(
      Snapshot snapshot,
      SearchRequest request,
      Optional<Place> before,
      TextPlan plan,
      IndexSearcher searcher) {
    this.snapshot = snapshot;
    this.request = request;
    this.before = before;
    this.plan = plan;
    this.searcher = searcher;
  }

  /**
   * Reads a request's cursor, if there is one.
   *
   * @throws InvalidCursorException where it is damaged, or of another request
   */
  static Continuation of(Snapshot snapshot, SearchRequest request, Planners planners)
      throws IOException {
    Optional<Place> before = request.page().after().map(PlaceCodec::decode);
    if (before.isEmpty()) {
      TextPlan plan =
          planners.over(snapshot.searcher()).plan(request.query(), request.options().typos());
      return new Continuation(snapshot, request, before, plan, snapshot.searcher());
    }
    Place place = before.get();
    if (place.request() != sum(request)) {
      throw ofAnother();
    }
    IndexSearcher searcher = searcher(snapshot, request, place, planners);
    TextPlan plan = planners.over(searcher).plan(request.query(), place.decision());
    // What meaning alone finds may be one tier more.
    int tiers = plan.tiers().size() + (place.scale().isPresent() ? 1 : 0);
    if (place.key().tier() >= tiers) {
      throw ofAnother();
    }
    return new Continuation(snapshot, request, before, plan, searcher);
  }

  /**
   * What numbers were asked for is told by a plan, which differs from that with them by weights.
   */
  private static IndexSearcher searcher(
      Snapshot snapshot, SearchRequest request, Place place, Planners planners) throws IOException {
    TextPlan plan = planners.over(snapshot.searcher()).plan(request.query(), place.decision());
    try {
      return snapshot.searcher(TermNumbers.of(place.numbers(), plan.scored()));
    } catch (IllegalArgumentException e) {
      throw ofAnother();
    }
  }

  /** Makes planners. */
  interface Planners {
    /** A planner that weighs words by a searcher's numbers. */
    TextPlanner over(IndexSearcher searcher);
  }

  private static InvalidCursorException ofAnother() {
    return new InvalidCursorException("the cursor belongs to another search");
  }

  TextPlan plan() {
    return plan;
  }

  /** Searches the snapshot, and scores as the first page did. */
  IndexSearcher searcher() {
    return searcher;
  }

  /** Behind what the page begins; from the first hit, if empty. */
  Optional<SortKey> after() {
    return before.map(Place::key);
  }

  /** Whether there is a page before. */
  boolean goesOn() {
    return before.isPresent();
  }

  /** How much meaning counted on the page before; empty where it did not, or there is none. */
  Optional<MeaningScale> scale() {
    return before.flatMap(Place::scale);
  }

  /**
   * Where to go on behind a hit.
   *
   * @param scale how much meaning counts, if it does
   */
  Cursor behind(SortKey key, Optional<MeaningScale> scale) throws IOException {
    return PlaceCodec.encode(new Place(sum(request), key, plan.decision(), numbers(), scale));
  }

  /** Also where the order is not by score, as they decide how many of the words are enough. */
  private List<Long> numbers() throws IOException {
    return before.isPresent()
        ? before.get().numbers()
        : TermNumbers.of(snapshot.reader(), plan.scored()).list();
  }

  /** Tells a request from others by all that bears on the order of its hits. */
  private static int sum(SearchRequest request) {
    List<String> filters = request.filters().stream().map(Continuation::text).sorted().toList();
    return Checksum.of(
        request.query()
            + "\n"
            + filters
            + "\n"
            + request.sort()
            + "\n"
            + request.options().typos()
            + "\n"
            + request.options().byStory()
            + (request.options().meaning() ? "\nmeaning" : ""));
  }

  /** Bounds like {@code now-7d} have moved on when the next page is asked for. */
  private static String text(Filter filter) {
    return switch (filter) {
      case Filter.Values values ->
          values.field()
              + " "
              + values.any().stream().sorted().toList()
              + " "
              + values.none().stream().sorted().toList();
      case Filter.DateRange range ->
          "date " + range.from().isPresent() + " " + range.to().isPresent();
      case Filter.QualityRange range -> range.toString();
    };
  }
}
