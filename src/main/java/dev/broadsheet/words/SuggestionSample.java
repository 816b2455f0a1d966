package dev.broadsheet.words;

import dev.broadsheet.search.Filter;
import java.io.IOException;
import java.util.List;

/**
 * The items that suggestions are taken from: the best that what was typed finds or, for a letter or
 * two, that nearly all items hold, the newest that hold a frequent word which begins with it.
 *
 * @param <Q> the engine's queries
 */
public final class SuggestionSample<Q> {
  private static final int SIZE = 160;

  /** With fewer items than this of frequent words, rare ones may be what is looked for. */
  private static final int ENOUGH = 50;

  private static final int SHORT = 2;

  /** How many words are looked at for those that say something, and how many of these are taken. */
  private static final int FREQUENT = 60;

  private static final int TAKEN = 16;

  private final IndexView<Q> index;
  private final Queries<Q> queries;
  private final Restriction restriction;
  private final List<Filter> filters;
  private final TextPlanner<Q> planner;

  SuggestionSample(
      IndexView<Q> index, Restriction restriction, List<Filter> filters, TextPlanner<Q> planner) {
    this.index = index;
    this.queries = index.queries();
    this.restriction = restriction;
    this.filters = filters;
    this.planner = planner;
  }

  /** The sample for what was typed, best first. */
  public List<Sampled> of(TypedText typed) throws IOException {
    if (!typed.isFinished() && typed.last().length() <= SHORT) {
      List<Sampled> newest = newest(typed);
      if (newest.size() >= ENOUGH) {
        return newest;
      }
    }
    Q query = restriction.of(queries, planner.asTyped(typed.query()), filters);
    return index.best(query, SIZE).stream().map(found -> Sampled.of(found.article())).toList();
  }

  private List<Sampled> newest(TypedText typed) throws IOException {
    List<String> words =
        index.words().begunBy(typed.last(), FREQUENT).stream()
            .map(KnownWord::text)
            .filter(word -> word.length() > typed.last().length() && !BorderWords.contains(word))
            .limit(TAKEN)
            .toList();
    Q holding = queries.anyOf(SearchFields.WORD, words);
    Q whole = planner.asTyped(typed.wholeQuery());
    Q query =
        queries.all(new Queries.Parts<>(List.of(), List.of(), List.of(holding, whole), List.of()));
    return index.newest(restriction.of(queries, query, filters), SIZE).stream()
        .map(Sampled::of)
        .toList();
  }
}
