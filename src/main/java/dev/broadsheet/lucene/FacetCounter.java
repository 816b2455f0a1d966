package dev.broadsheet.lucene;

import dev.broadsheet.article.FoldedText;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.Filter;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/**
 * Counts items, all of them and by the values of fields, in one pass without scores. The filters on
 * the counted fields are not part of the query but looked up for each item ("drill-sideways"): one
 * that fails none counts everywhere; one that fails only filters on a single field counts for that
 * field; others nowhere.
 */
final class FacetCounter {
  private final Snapshot snapshot;
  private final FacetRequest request;
  private final List<Filter> filters;
  private final ZoneId zone;
  private final List<long[]> counts = new ArrayList<>();
  private final DateHistogram dates;
  private long total;

  /**
   * A counter for one request.
   *
   * @param filters those on the counted fields
   */
  FacetCounter(Snapshot snapshot, FacetRequest request, List<Filter> filters, ZoneId zone) {
    this.snapshot = snapshot;
    this.request = request;
    this.filters = filters;
    this.zone = zone;
    this.dates = new DateHistogram(this.zone);
    for (FacetField field : request.fields()) {
      counts.add(new long[field == FacetField.DATE ? 0 : snapshot.facets().table(field).size()]);
    }
  }

  /** The field that a filter is on; empty where it can't be counted by. */
  static Optional<FacetField> field(Filter filter) {
    return switch (filter) {
      case Filter.Values values -> Optional.of(values.field());
      case Filter.DateRange range -> Optional.of(FacetField.DATE);
      case Filter.QualityRange range -> Optional.empty();
    };
  }

  /** Counts what a query matches that has all the request's other filters in it. */
  void count(Query query) throws IOException {
    snapshot.searcher().search(query, new OneCounting());
  }

  /** How many items satisfy all filters. */
  long total() {
    return total;
  }

  List<FacetCounts> facets() {
    List<FacetCounts> facets = new ArrayList<>();
    for (int i = 0; i < request.fields().size(); i++) {
      FacetField field = request.fields().get(i);
      facets.add(
          new FacetCounts(
              field,
              field == FacetField.DATE
                  ? dates.values(request.interval())
                  : values(field, counts.get(i))));
    }
    return facets;
  }

  private List<FacetCounts.Value> values(FacetField field, long[] counted) {
    FacetTable table = snapshot.facets().table(field);
    Comparator<Integer> order =
        Comparator.<Integer>comparingLong(value -> -counted[value])
            .thenComparing(value -> table.shown(value).value());
    Set<Integer> listed = top(counted, order);
    List<FacetCounts.Value> unknown = new ArrayList<>();
    Set<Integer> selected = new HashSet<>();
    for (String value : selected(field)) {
      Set<Integer> named = table.named(FoldedText.of(value), field == FacetField.PROVIDER);
      selected.addAll(named);
      if (named.isEmpty()) {
        unknown.add(new FacetCounts.Value(value, Optional.empty(), 0, true));
      }
    }
    listed.addAll(selected);
    List<FacetCounts.Value> values = new ArrayList<>();
    listed.stream()
        .sorted(order)
        .map(value -> value(table.shown(value), counted[value], selected.contains(value)))
        .forEach(values::add);
    values.addAll(unknown);
    return values;
  }

  private Set<Integer> top(long[] counted, Comparator<Integer> order) {
    var best = new PriorityQueue<Integer>(order.reversed());
    for (int value = 0; value < counted.length; value++) {
      if (counted[value] > 0) {
        best.add(value);
        if (best.size() > request.size()) {
          best.poll();
        }
      }
    }
    return new HashSet<>(best);
  }

  private List<String> selected(FacetField field) {
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

  /** The searcher searches with one thread, so that one collector will do. */
  private final class OneCounting implements CollectorManager<Counting, Boolean> {
    @Override
    public Counting newCollector() {
      return new Counting();
    }

    @Override
    public Boolean reduce(Collection<Counting> collectors) {
      return true;
    }
  }

  private final class Counting implements Collector {
    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
      List<Column> columns = new ArrayList<>();
      for (int i = 0; i < request.fields().size(); i++) {
        columns.add(column(request.fields().get(i), counts.get(i), context));
      }
      List<Check> checks = new ArrayList<>();
      for (Filter filter : filters) {
        checks.add(check(filter, context));
      }
      return new CountingLeaf(columns.toArray(Column[]::new), checks.toArray(Check[]::new));
    }

    private Column column(FacetField field, long[] counted, LeafReaderContext context)
        throws IOException {
      if (field == FacetField.DATE) {
        return new DateColumn(DocValues.getNumeric(context.reader(), Schema.DATE), dates);
      }
      FacetTable.Segment segment = snapshot.facets().table(field).segment(context.ord);
      return new ValueColumn(segment, counted);
    }

    private Check check(Filter filter, LeafReaderContext context) throws IOException {
      FacetField field = field(filter).orElseThrow();
      int column = request.fields().indexOf(field);
      return switch (filter) {
        case Filter.Values values -> new ValueCheck(column, values, context.ord);
        case Filter.DateRange range -> new DateCheck(column, range, context);
        case Filter.QualityRange range ->
            throw new IllegalArgumentException("quality is not counted by");
      };
    }
  }

  private final class CountingLeaf implements LeafCollector {
    private final Column[] columns;
    private final Check[] checks;

    CountingLeaf(Column[] columns, Check[] checks) {
      this.columns = columns;
      this.checks = checks;
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int document) throws IOException {
      Check failed = null;
      for (Check check : checks) {
        if (!check.satisfied(document)) {
          if (failed != null && failed.column() != check.column()) {
            return;
          }
          failed = check;
        }
      }
      if (failed != null) {
        columns[failed.column()].count(document);
        return;
      }
      total++;
      for (Column column : columns) {
        column.count(document);
      }
    }
  }

  /** Counts one document by one field. Documents come in order. */
  private interface Column {
    void count(int document) throws IOException;
  }

  private static final class ValueColumn implements Column {
    private final FacetTable.Segment segment;
    private final long[] counted;

    ValueColumn(FacetTable.Segment segment, long[] counted) {
      this.segment = segment;
      this.counted = counted;
    }

    @Override
    public void count(int document) {
      segment.count(document, counted);
    }
  }

  private record DateColumn(NumericDocValues values, DateHistogram histogram) implements Column {
    @Override
    public void count(int document) throws IOException {
      if (values.advanceExact(document)) {
        histogram.add(values.longValue());
      }
    }
  }

  /** Whether a document satisfies a filter. Documents come in order. */
  private interface Check {
    int column();

    boolean satisfied(int document) throws IOException;
  }

  private final class ValueCheck implements Check {
    private final int column;
    private final FacetColumn values;
    private final boolean @Nullable [] any;
    private final boolean[] none;

    ValueCheck(int column, Filter.Values filter, int leaf) {
      FacetTable table = snapshot.facets().table(filter.field());
      this.column = column;
      this.values = table.segment(leaf).column();
      this.any =
          filter.any().isEmpty() ? null : selected(table, filter.field(), filter.any(), leaf);
      this.none = selected(table, filter.field(), filter.none(), leaf);
    }

    private static boolean[] selected(
        FacetTable table, FacetField field, List<String> values, int leaf) {
      Set<String> keys = values.stream().map(FoldedText::of).collect(Collectors.toSet());
      return table.ordinals(leaf, keys, field == FacetField.PROVIDER);
    }

    @Override
    public int column() {
      return column;
    }

    @Override
    public boolean satisfied(int document) {
      boolean found = any == null;
      for (int i = values.start(document); i < values.start(document + 1); i++) {
        if (none[values.ordinal(i)]) {
          return false;
        }
        found |= any != null && any[values.ordinal(i)];
      }
      return found;
    }
  }

  private static final class DateCheck implements Check {
    private final int column;
    private final NumericDocValues values;
    private final long from;
    private final long to;

    DateCheck(int column, Filter.DateRange range, LeafReaderContext context) throws IOException {
      this.column = column;
      this.values = DocValues.getNumeric(context.reader(), Schema.DATE);
      this.from = range.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
      this.to = range.to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }

    @Override
    public int column() {
      return column;
    }

    @Override
    public boolean satisfied(int document) throws IOException {
      return values.advanceExact(document)
          && values.longValue() >= from
          && values.longValue() <= to;
    }
  }
}
