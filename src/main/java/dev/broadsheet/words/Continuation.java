package dev.broadsheet.words;

import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.InvalidCursorException;
import dev.broadsheet.search.SearchRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a page has to take over from the pages before it, so that they join to one answer though the
 * index changes between them: where they ended, what was decided about the words, and the numbers
 * by which hits are scored. The first page begins all of that.
 *
 * @param <Q> the engine's queries
 * @param <V> the engine's views
 */
public final class Continuation<Q, V extends IndexView<Q>> {
  private final SearchRequest request;
  private final Optional<Place> before;
  private final TextPlan<Q> plan;
  private final V view;
  private final V now;

  private Continuation(
      SearchRequest request, Optional<Place> before, TextPlan<Q> plan, V view, V now) {
    this.request = request;
    this.before = before;
    this.plan = plan;
    this.view = view;
    this.now = now;
  }

  /**
   * Reads a request's cursor, if there is one.
   *
   * @param now the index by the numbers of now
   * @param <Q> the engine's queries
   * @param <V> the engine's views
   * @throws InvalidCursorException where it is damaged, or of another request
   */
  public static <Q, V extends IndexView<Q>> Continuation<Q, V> of(
      V now, SearchRequest request, Planners<Q, V> planners) throws IOException {
    Optional<Place> before = request.page().after().map(PlaceCodec::decode);
    if (before.isEmpty()) {
      TextPlan<Q> plan = planners.over(now).plan(request.query(), request.options().typos());
      return new Continuation<>(request, before, plan, now, now);
    }
    Place place = before.get();
    if (place.request() != sum(request)) {
      throw ofAnother();
    }
    V view = view(now, request, place, planners);
    TextPlan<Q> plan = planners.over(view).plan(request.query(), place.decision());
    // What meaning alone finds may be one tier more.
    int tiers = plan.tiers().size() + (place.scale().isPresent() ? 1 : 0);
    if (place.key().tier() >= tiers) {
      throw ofAnother();
    }
    return new Continuation<>(request, before, plan, view, now);
  }

  /** What numbers were asked for is told by queries that differ from those with them by weights. */
  private static <Q, V extends IndexView<Q>> V view(
      V now, SearchRequest request, Place place, Planners<Q, V> planners) throws IOException {
    List<Q> scored = planners.over(now).scored(request.query(), place.decision());
    try {
      return planners.withNumbers(now, place.numbers(), scored);
    } catch (IllegalArgumentException e) {
      throw ofAnother();
    }
  }

  /** Makes planners, and views by other numbers. */
  public interface Planners<Q, V> {
    /** A planner that weighs words by a view's numbers. */
    TextPlanner<Q> over(V view);

    /**
     * The same index by the numbers that {@link IndexView#numbers} told of the same queries.
     *
     * @throws IllegalArgumentException where they are not as many as these queries need
     */
    V withNumbers(V now, List<Long> numbers, List<Q> queries) throws IOException;
  }

  private static InvalidCursorException ofAnother() {
    return new InvalidCursorException("the cursor belongs to another search");
  }

  /** How the words are looked for. */
  public TextPlan<Q> plan() {
    return plan;
  }

  /** The index, to be searched by the numbers by which the first page was scored. */
  public V view() {
    return view;
  }

  /** Behind what the page begins; from the first hit, if empty. */
  public Optional<SortKey> after() {
    return before.map(Place::key);
  }

  /** Whether there is a page before. */
  public boolean goesOn() {
    return before.isPresent();
  }

  /** How much meaning counted on the page before; empty where it did not, or there is none. */
  public Optional<MeaningScale> scale() {
    return before.flatMap(Place::scale);
  }

  /** Where to go on behind a hit that words alone found. */
  public Cursor behind(SortKey key) throws IOException {
    return behind(key, Optional.empty());
  }

  /**
   * Where to go on behind a hit.
   *
   * @param scale how much meaning counts, if it does
   */
  public Cursor behind(SortKey key, Optional<MeaningScale> scale) throws IOException {
    return PlaceCodec.encode(new Place(sum(request), key, plan.decision(), numbers(), scale));
  }

  /** Also where the order is not by score, as they decide how many of the words are enough. */
  private List<Long> numbers() throws IOException {
    return before.isPresent() ? before.get().numbers() : now.numbers(plan);
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
