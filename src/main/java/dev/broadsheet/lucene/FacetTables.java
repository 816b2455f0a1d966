package dev.broadsheet.lucene;

import dev.broadsheet.search.FacetField;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;

/** The facet columns of a snapshot, in memory; those of segments that did not change are shared. */
final class FacetTables {
  private static final List<FacetField> FIELDS =
      Arrays.stream(FacetField.values()).filter(field -> field != FacetField.DATE).toList();

  private final Map<FacetField, FacetTable> tables;
  private final DateTable dates;

  private FacetTables(Map<FacetField, FacetTable> tables, DateTable dates) {
    this.tables = tables;
    this.dates = dates;
  }

  /** The columns of a reader; those of segments that an earlier one had are taken from there. */
  static FacetTables of(IndexReader reader, Optional<FacetTables> before) throws IOException {
    Map<FacetField, FacetTable> tables = new EnumMap<>(FacetField.class);
    for (FacetField field : FIELDS) {
      tables.put(
          field,
          FacetTable.of(reader, Schema.facet(field), before.map(earlier -> earlier.table(field))));
    }
    return new FacetTables(tables, DateTable.of(reader, before.map(FacetTables::dates)));
  }

  FacetTable table(FacetField field) {
    return Objects.requireNonNull(tables.get(field), field.name());
  }

  DateTable dates() {
    return dates;
  }
}
