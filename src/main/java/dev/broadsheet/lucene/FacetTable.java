package dev.broadsheet.lucene;

import dev.broadsheet.words.FacetTerm;
import dev.broadsheet.words.FacetValues;
import dev.broadsheet.words.ValueCounts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * One field's values over all segments. Values that differ only in case are one; it is shown as it
 * is most often written.
 */
final class FacetTable implements FacetValues {
  private final List<Segment> segments;
  private final List<FacetTerm> shown;
  private final Map<String, Integer> byKey;
  private final long[] liveCounts;

  private FacetTable(
      List<Segment> segments,
      List<FacetTerm> shown,
      Map<String, Integer> byKey,
      long[] liveCounts) {
    this.segments = segments;
    this.shown = shown;
    this.byKey = byKey;
    this.liveCounts = liveCounts;
  }

  /** The values in one segment. */
  static final class Segment {
    private final Object core;
    private final FacetColumn column;
    private final int[] values;

    /**
     * A segment.
     *
     * @param core what stays the same from one snapshot to the next
     * @param values from the segment's ordinals to values of the table, and to none
     */
    Segment(Object core, FacetColumn column, int[] values) {
      this.core = core;
      this.column = column;
      this.values = values;
    }

    /** A count of the values of documents. */
    FacetColumn.Counter counter(ValueCounts counts) {
      return column.counter(values, counts);
    }

    /** Hands over each value that a document holds. */
    void forEach(int document, IntConsumer consumer) {
      column.forEach(document, ordinal -> consumer.accept(values[ordinal]));
    }

    FacetColumn column() {
      return column;
    }
  }

  static FacetTable of(IndexReader reader, String field, Optional<FacetTable> before)
      throws IOException {
    Map<Object, FacetColumn> known = new HashMap<>();
    before.ifPresent(
        table -> table.segments.forEach(segment -> known.put(segment.core, segment.column)));
    Map<String, Integer> byKey = new HashMap<>();
    List<Segment> segments = new ArrayList<>();
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      Object core = leaf.getCoreCacheHelper().getKey();
      FacetColumn column = known.get(core);
      if (column == null) {
        column = FacetColumn.of(leaf, field);
      }
      segments.add(new Segment(core, column, values(column, byKey)));
    }
    segments.forEach(segment -> segment.values[segment.column.terms().size()] = byKey.size());
    Map<FacetTerm, Long> spellings = spellings(reader, segments);
    return new FacetTable(segments, shown(spellings, byKey), byKey, liveCounts(spellings, byKey));
  }

  private static int[] values(FacetColumn column, Map<String, Integer> byKey) {
    int[] values = new int[column.terms().size() + 1];
    for (int ordinal = 0; ordinal < column.terms().size(); ordinal++) {
      values[ordinal] =
          byKey.computeIfAbsent(column.terms().get(ordinal).key(), key -> byKey.size());
    }
    return values;
  }

  /** How many live documents write a value in each way. */
  private static Map<FacetTerm, Long> spellings(IndexReader reader, List<Segment> segments) {
    Map<FacetTerm, Long> spellings = new HashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      FacetColumn column = segments.get(i).column;
      LeafReader leaf = reader.leaves().get(i).reader();
      long[] counts = counts(column, leaf.maxDoc(), leaf.getLiveDocs());
      for (int ordinal = 0; ordinal < counts.length; ordinal++) {
        if (counts[ordinal] > 0) {
          spellings.merge(column.terms().get(ordinal), counts[ordinal], Long::sum);
        }
      }
    }
    return spellings;
  }

  private static long[] counts(FacetColumn column, int documents, @Nullable Bits live) {
    long[] counts = new long[column.terms().size()];
    for (int document = 0; document < documents; document++) {
      if (live == null || live.get(document)) {
        column.forEach(document, ordinal -> counts[ordinal]++);
      }
    }
    return counts;
  }

  private static List<FacetTerm> shown(Map<FacetTerm, Long> spellings, Map<String, Integer> byKey) {
    FacetTerm[] shown = new FacetTerm[byKey.size()];
    long[] most = new long[byKey.size()];
    spellings.forEach((term, count) -> {
      int value = Objects.requireNonNull(byKey.get(term.key()));
      FacetTerm rival = shown[value];
      if (count > most[value]
          || (count == most[value] && rival != null && term.compareTo(rival) < 0)) {
        shown[value] = term;
        most[value] = count;
      }
    });
    // A value that only deleted documents hold has no spelling, and no count that would show it.
    return Arrays.stream(shown).map(term -> term == null ? FacetTerm.of("", "") : term).toList();
  }

  private static long[] liveCounts(Map<FacetTerm, Long> spellings, Map<String, Integer> byKey) {
    long[] counts = new long[byKey.size()];
    spellings.forEach(
        (term, count) -> counts[Objects.requireNonNull(byKey.get(term.key()))] += count);
    return counts;
  }

  @Override
  public int size() {
    return shown.size();
  }

  /** How many values some live document holds. */
  long liveSize() {
    return Arrays.stream(liveCounts).filter(count -> count > 0).count();
  }

  @Override
  public long liveCount(int value) {
    return liveCounts[value];
  }

  @Override
  public FacetTerm shown(int value) {
    return shown.get(value);
  }

  Segment segment(int leaf) {
    return segments.get(leaf);
  }

  @Override
  public Set<Integer> named(String key, boolean orLabelled) {
    Set<Integer> named = new HashSet<>();
    Optional.ofNullable(byKey.get(key)).ifPresent(named::add);
    for (int leaf = 0; orLabelled && leaf < segments.size(); leaf++) {
      boolean[] labelled = ordinals(leaf, Set.of(key), true);
      for (int ordinal = 0; ordinal < labelled.length; ordinal++) {
        if (labelled[ordinal]) {
          named.add(segments.get(leaf).values[ordinal]);
        }
      }
    }
    return named;
  }

  /**
   * Which ordinals of a segment have one of some keys or, if asked for, labels. Behind the last,
   * what stands for no value has none.
   */
  boolean[] ordinals(int leaf, Set<String> keys, boolean orLabels) {
    Segment segment = segments.get(leaf);
    Set<Integer> values = new HashSet<>();
    keys.forEach(key -> Optional.ofNullable(byKey.get(key)).ifPresent(values::add));
    boolean[] selected = new boolean[segment.column.terms().size() + 1];
    for (int ordinal = 0; ordinal < segment.column.terms().size(); ordinal++) {
      selected[ordinal] =
          values.contains(segment.values[ordinal])
              || (orLabels && keys.contains(segment.column.terms().get(ordinal).labelKey()));
    }
    return selected;
  }
}
