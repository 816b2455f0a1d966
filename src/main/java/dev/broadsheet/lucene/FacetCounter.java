package dev.broadsheet.lucene;

import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.Filter;
import dev.broadsheet.words.FacetListing;
import dev.broadsheet.words.FacetTerm;
import dev.broadsheet.words.Restriction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * Counts what matches, in all and by the values of fields, in one pass without scores. The filters
 * on the counted fields are not part of the query but looked up for each item ("drill-sideways"):
 * one that fails none counts everywhere; one that fails only filters on a single field counts for
 * that field; others nowhere.
 */
final class FacetCounter {
  private final Snapshot snapshot;
  private final Restriction restriction;
  private final FacetRequest request;
  private final List<Filter> filters;
  private final FacetTally tally;

  /**
   * A counter for one request.
   *
   * @param filters all those of the request
   * @param tally whose columns are the fields of the request
   */
  FacetCounter(
      Snapshot snapshot,
      Restriction restriction,
      FacetRequest request,
      List<Filter> filters,
      FacetTally tally) {
    this.snapshot = snapshot;
    this.restriction = restriction;
    this.request = request;
    this.filters = filters;
    this.tally = tally;
  }

  /** Counts what a query matches. */
  void count(Query query) throws IOException {
    count(
        query,
        filters.stream().filter(filter -> column(filter) < 0).toList(),
        filters.stream().filter(filter -> column(filter) >= 0).toList());
  }

  /** Counts all items. */
  void countAll() throws IOException {
    if (isFilteredByOneField() && takesAllItems(column(filters.getFirst()))) {
      count(QueryTranslator.items(), filters, List.of());
    } else {
      count(QueryTranslator.items());
    }
  }

  /** Whether what satisfies all filters but those on one field of values is everything. */
  private boolean isFilteredByOneField() {
    return filters.stream().mapToInt(this::column).distinct().count() == 1
        && filters.getFirst() instanceof Filter.Values
        && column(filters.getFirst()) >= 0;
  }

  private boolean takesAllItems(int column) throws IOException {
    FacetField field = request.fields().get(column);
    return tally.take(column, () -> snapshot.allItems(field, restriction));
  }

  private void count(Query query, List<Filter> searched, List<Filter> lookedUp) throws IOException {
    snapshot
        .searcher()
        .search(
            QueryTranslator.restricted(query, restriction, searched),
            new OneCollector(new Counting(lookedUp)));
  }

  /** How much satisfies all filters. */
  long total() {
    return tally.total();
  }

  /** The counts of all fields, in their order. */
  List<FacetCounts> facets() {
    return facets(value -> true);
  }

  /** The same, with those values only that are wanted. */
  List<FacetCounts> facets(Predicate<FacetTerm> wanted) {
    List<FacetCounts> facets = new ArrayList<>();
    for (int column = 0; column < request.fields().size(); column++) {
      FacetField field = request.fields().get(column);
      facets.add(
          new FacetCounts(
              field,
              field == FacetField.DATE
                  ? tally.dates(column, request.interval())
                  : listing(field, wanted).values(tally.values(column))));
    }
    return facets;
  }

  private FacetListing listing(FacetField field, Predicate<FacetTerm> wanted) {
    return new FacetListing(field, snapshot.facets().table(field), filters, request.size(), wanted);
  }

  /** The column that a filter is on; below 0 where there is none. */
  private int column(Filter filter) {
    Optional<FacetField> field =
        switch (filter) {
          case Filter.Values values -> Optional.of(values.field());
          case Filter.DateRange range -> Optional.of(FacetField.DATE);
          case Filter.QualityRange range -> Optional.empty();
        };
    return field.map(request.fields()::indexOf).orElse(-1);
  }

  private final class Counting implements Collector {
    private final List<Filter> lookedUp;

    Counting(List<Filter> lookedUp) {
      this.lookedUp = lookedUp;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
      List<ColumnCheck> checks = new ArrayList<>();
      for (Filter filter : lookedUp) {
        FilterCheck check = FilterCheck.of(filter, snapshot.facets(), context);
        checks.add(new ColumnCheck(column(filter), check));
      }
      return new CountingLeaf(tally.leaf(context), checks.toArray(ColumnCheck[]::new));
    }
  }

  private record ColumnCheck(int column, FilterCheck check) {}

  /** Hands over documents, many at a time. */
  private static final class CountingLeaf implements LeafCollector {
    private static final int MANY = 512;
    private static final int NOWHERE = -2;

    private final FacetTally.Leaf tally;
    private final ColumnCheck[] checks;
    private final int[] documents = new int[MANY];
    private final int[] failed;
    private int size;

    CountingLeaf(FacetTally.Leaf tally, ColumnCheck[] checks) {
      this.tally = tally;
      this.checks = checks;
      this.failed = new int[checks.length == 0 ? 0 : MANY];
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(DocIdStream stream) throws IOException {
      handOver();
      for (size = stream.intoArray(documents); size > 0; size = stream.intoArray(documents)) {
        handOver();
      }
    }

    @Override
    public void collect(int document) throws IOException {
      documents[size++] = document;
      if (size == MANY) {
        handOver();
      }
    }

    private void handOver() throws IOException {
      if (checks.length > 0) {
        tally.add(documents, failed, check());
      } else {
        tally.add(documents, size);
      }
      size = 0;
    }

    /** Keeps what counts somewhere, and notes where; returns how many that are. */
    private int check() throws IOException {
      int kept = 0;
      for (int i = 0; i < size; i++) {
        int column = failed(documents[i]);
        if (column != NOWHERE) {
          documents[kept] = documents[i];
          failed[kept++] = column;
        }
      }
      return kept;
    }

    private int failed(int document) throws IOException {
      int column = FacetTally.ALL_COLUMNS;
      for (ColumnCheck check : checks) {
        if (!check.check().satisfied(document)) {
          if (column >= 0 && column != check.column()) {
            return NOWHERE;
          }
          column = check.column();
        }
      }
      return column;
    }

    @Override
    public void finish() throws IOException {
      handOver();
      tally.finish();
    }
  }
}
