package dev.broadsheet.lucene;

import dev.broadsheet.article.FoldedText;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/** Looks up whether a document of a segment satisfies a filter. Documents come in order. */
interface FilterCheck {
  boolean satisfied(int document) throws IOException;

  /** The check of a filter on a field that can be counted by. */
  static FilterCheck of(Filter filter, FacetTables tables, LeafReaderContext context)
      throws IOException {
    return switch (filter) {
      case Filter.Values values -> new ValueCheck(values, tables.table(values.field()), context);
      case Filter.DateRange range -> new DateCheck(range, context);
      case Filter.QualityRange range ->
          throw new IllegalArgumentException("quality is not counted by");
    };
  }

  /** Whole values, in memory. */
  final class ValueCheck implements FilterCheck {
    private final FacetColumn values;
    private final boolean @Nullable [] any;
    private final boolean @Nullable [] none;

    private ValueCheck(Filter.Values filter, FacetTable table, LeafReaderContext context) {
      this.values = table.segment(context.ord).column();
      this.any = selected(table, filter.field(), filter.any(), context.ord);
      this.none = selected(table, filter.field(), filter.none(), context.ord);
    }

    private static boolean @Nullable [] selected(
        FacetTable table, FacetField field, List<String> values, int leaf) {
      if (values.isEmpty()) {
        return null;
      }
      Set<String> keys = values.stream().map(FoldedText::of).collect(Collectors.toSet());
      return table.ordinals(leaf, keys, field == FacetField.PROVIDER);
    }

    @Override
    public boolean satisfied(int document) {
      return (any == null || values.holds(document, any))
          && (none == null || !values.holds(document, none));
    }
  }

  /** A span of time, whose documents stand together, as a segment is sorted by date. */
  final class DateCheck implements FilterCheck {
    private final int first;
    private final int end;

    private DateCheck(Filter.DateRange range, LeafReaderContext context) throws IOException {
      long from = range.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
      long to = range.to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
      this.first = firstOf(context, date -> date <= to);
      this.end = firstOf(context, date -> date < from);
    }

    /** The first document of those, all others behind it, whose dates are old enough. */
    private static int firstOf(LeafReaderContext context, LongPredicate oldEnough)
        throws IOException {
      int low = 0;
      int high = context.reader().maxDoc();
      while (low < high) {
        int middle = (low + high) >>> 1;
        NumericDocValues dates = DocValues.getNumeric(context.reader(), Schema.DATE);
        if (!dates.advanceExact(middle) || oldEnough.test(dates.longValue())) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    @Override
    public boolean satisfied(int document) {
      return document >= first && document < end;
    }
  }
}
