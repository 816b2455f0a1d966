package dev.broadsheet.lucene;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.words.DateHistogram;
import dev.broadsheet.words.ValueCounts;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.IOSupplier;

/** Counts items. */
final class ItemTally implements FacetTally {
  private final List<FacetField> fields;
  private final FacetTables tables;
  private final ZoneId zone;
  private final List<ValueCounts> counts = new ArrayList<>();
  private final Set<Integer> taken = new HashSet<>();
  private final DateHistogram dates = new DateHistogram();
  private long total;

  ItemTally(List<FacetField> fields, FacetTables tables, ZoneId zone) {
    this.fields = fields;
    this.tables = tables;
    this.zone = zone;
    for (FacetField field : fields) {
      counts.add(new ValueCounts(field == FacetField.DATE ? 0 : tables.table(field).size()));
    }
  }

  @Override
  public boolean take(int column, IOSupplier<ValueCounts> known) throws IOException {
    counts.set(column, known.get());
    taken.add(column);
    return true;
  }

  @Override
  public long total() {
    return total;
  }

  @Override
  public ValueCounts values(int column) {
    return counts.get(column);
  }

  @Override
  public List<FacetCounts.Value> dates(int column, DateInterval interval) {
    return dates.values(interval);
  }

  @Override
  public Leaf leaf(LeafReaderContext context) throws IOException {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      columns.add(column(i, context));
    }
    return new ItemLeaf(columns);
  }

  private Column column(int index, LeafReaderContext context) throws IOException {
    if (taken.contains(index)) {
      return TakenColumn.INSTANCE;
    }
    FacetField field = fields.get(index);
    return field == FacetField.DATE
        ? new DateColumn(tables.dates().days(context.ord, zone).counter(), dates)
        : new ValueColumn(tables.table(field).segment(context.ord).counter(counts.get(index)));
  }

  private final class ItemLeaf implements Leaf {
    private final List<Column> columns;
    private int[] counting = new int[0];

    ItemLeaf(List<Column> columns) {
      this.columns = columns;
    }

    @Override
    public void add(int[] documents, int size) {
      total += size;
      for (Column column : columns) {
        column.count(documents, size);
      }
    }

    @Override
    public void add(int[] documents, int[] failed, int size) {
      total += select(documents, failed, size, ALL_COLUMNS);
      for (int column = 0; column < columns.size(); column++) {
        columns.get(column).count(counting, select(documents, failed, size, column));
      }
    }

    /** Writes down which documents count in a column; returns how many. */
    private int select(int[] documents, int[] failed, int size, int column) {
      counting = ArrayUtil.growNoCopy(counting, size);
      int selected = 0;
      for (int i = 0; i < size; i++) {
        counting[selected] = documents[i];
        selected += failed[i] == ALL_COLUMNS || failed[i] == column ? 1 : 0;
      }
      return selected;
    }

    @Override
    public void finish() {
      columns.forEach(Column::finish);
    }
  }

  /** Counts the documents of a segment, which come in order. */
  private interface Column {
    void count(int[] documents, int size);

    void finish();
  }

  /** Counts nothing. */
  private enum TakenColumn implements Column {
    INSTANCE;

    @Override
    public void count(int[] documents, int size) {}

    @Override
    public void finish() {}
  }

  private record ValueColumn(FacetColumn.Counter counter) implements Column {
    @Override
    public void count(int[] documents, int size) {
      counter.count(documents, size);
    }

    @Override
    public void finish() {}
  }

  private record DateColumn(DayRuns.Counter counter, DateHistogram histogram) implements Column {
    @Override
    public void count(int[] documents, int size) {
      counter.count(documents, size);
    }

    @Override
    public void finish() {
      counter.addTo(histogram);
    }
  }
}
