package dev.broadsheet.lucene;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.words.DateHistogram;
import dev.broadsheet.words.ValueCounts;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;

/** Counts items. */
final class ItemTally implements FacetTally {
  private final List<FacetField> fields;
  private final FacetTables tables;
  private final ZoneId zone;
  private final List<ValueCounts> counts = new ArrayList<>();
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
    FacetField field = fields.get(index);
    return field == FacetField.DATE
        ? new DateColumn(tables.dates().days(context.ord, zone).counter(), dates)
        : new ValueColumn(tables.table(field).segment(context.ord), counts.get(index));
  }

  private final class ItemLeaf implements Leaf {
    private final List<Column> columns;

    ItemLeaf(List<Column> columns) {
      this.columns = columns;
    }

    @Override
    public void add(int[] documents, int size) {
      total += size;
      for (Column column : columns) {
        column.count(documents, 0, size);
      }
    }

    @Override
    public void add(int[] documents, int[] failed, int size) {
      for (int i = 0; i < size; i++) {
        if (failed[i] == ALL_COLUMNS) {
          total++;
        }
        for (int column = 0; column < columns.size(); column++) {
          if (failed[i] == ALL_COLUMNS || failed[i] == column) {
            columns.get(column).count(documents, i, i + 1);
          }
        }
      }
    }

    @Override
    public void finish() {
      columns.forEach(Column::finish);
    }
  }

  /** Counts the documents of a segment, which come in order. */
  private interface Column {
    void count(int[] documents, int from, int to);

    void finish();
  }

  private record ValueColumn(FacetTable.Segment segment, ValueCounts counted) implements Column {
    @Override
    public void count(int[] documents, int from, int to) {
      segment.count(documents, from, to, counted);
    }

    @Override
    public void finish() {}
  }

  private record DateColumn(DayRuns.Counter counter, DateHistogram histogram) implements Column {
    @Override
    public void count(int[] documents, int from, int to) {
      counter.count(documents, from, to);
    }

    @Override
    public void finish() {
      counter.addTo(histogram);
    }
  }
}
