package dev.broadsheet.words;

import dev.broadsheet.article.FoldedText;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lists counted values, most frequent first.
 *
 * @param field whose values
 * @param table all of them
 * @param filters of which those on the field select values, which are listed in any case
 * @param size how many of the others
 * @param wanted which values are listed at all
 */
public record FacetListing(
    FacetField field,
    FacetValues table,
    List<Filter> filters,
    int size,
    Predicate<FacetTerm> wanted) {

  /** The values, of whose counts there is one for each value of the table. */
  public List<FacetCounts.Value> values(ValueCounts counted) {
    Comparator<Integer> order =
        Comparator.<Integer>comparingLong(value -> -counted.count(value))
            .thenComparing(value -> table.shown(value).value());
    Set<Integer> listed = top(counted, order);
    List<FacetCounts.Value> unknown = new ArrayList<>();
    Set<Integer> selected = new HashSet<>();
    for (String value : selected()) {
      Set<Integer> named = table.named(FoldedText.of(value), field == FacetField.PROVIDER);
      selected.addAll(named);
      if (named.isEmpty() && wanted.test(FacetTerm.of(value, value))) {
        unknown.add(new FacetCounts.Value(value, Optional.empty(), 0, true));
      }
    }
    selected.stream().filter(value -> wanted.test(table.shown(value))).forEach(listed::add);
    List<FacetCounts.Value> values = new ArrayList<>();
    listed.stream()
        .sorted(order)
        .map(value -> value(table.shown(value), counted.count(value), selected.contains(value)))
        .forEach(values::add);
    values.addAll(unknown);
    return values;
  }

  private Set<Integer> top(ValueCounts counted, Comparator<Integer> order) {
    var best = new PriorityQueue<Integer>(order.reversed());
    int least = 1;
    for (int value : counted.values()) {
      if (counted.count(value) >= least && wanted.test(table.shown(value))) {
        best.add(value);
        if (best.size() > size) {
          best.poll();
        }
        least = best.size() < size || best.isEmpty() ? 1 : counted.count(best.peek());
      }
    }
    return new HashSet<>(best);
  }

  private List<String> selected() {
    return FoldedText.distinct(
        filters.stream()
            .filter(Filter.Values.class::isInstance)
            .map(Filter.Values.class::cast)
            .filter(filter -> filter.field() == field)
            .flatMap(filter -> filter.any().stream())
            .toList());
  }

  private static FacetCounts.Value value(FacetTerm shown, long count, boolean selected) {
    Optional<String> label =
        shown.label().equals(shown.value()) ? Optional.empty() : Optional.of(shown.label());
    return new FacetCounts.Value(shown.value(), label, count, selected);
  }
}
