package dev.broadsheet.lucene;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/** Counts items. */
final class ItemTally implements FacetTally {
  private final List<FacetField> fields;
  private final FacetTables tables;
  private final List<long[]> counts = new ArrayList<>();
  private final DateHistogram dates;
  private long total;

  ItemTally(List<FacetField> fields, FacetTables tables, ZoneId zone) {
    this.fields = fields;
    this.tables = tables;
    this.dates = new DateHistogram(zone);
    for (FacetField field : fields) {
      counts.add(new long[field == FacetField.DATE ? 0 : tables.table(field).size()]);
    }
  }

  @Override
  public long total() {
    return total;
  }

  @Override
  public long[] values(int column) {
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
    return new ItemLeaf(columns.toArray(Column[]::new));
  }

  private Column column(int index, LeafReaderContext context) throws IOException {
    FacetField field = fields.get(index);
    if (field == FacetField.DATE) {
      return new DateColumn(DocValues.getNumeric(context.reader(), Schema.DATE), dates);
    }
    return new ValueColumn(tables.table(field).segment(context.ord), counts.get(index));
  }

  private final class ItemLeaf implements Leaf {
    private final Column[] columns;

    ItemLeaf(Column[] columns) {
      this.columns = columns;
    }

    @Override
    public void add(int document) throws IOException {
      total++;
      for (Column column : columns) {
        column.count(document);
      }
    }

    @Override
    public void add(int document, int column) throws IOException {
      columns[column].count(document);
    }
  }

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
}
