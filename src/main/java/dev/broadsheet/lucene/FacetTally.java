package dev.broadsheet.lucene;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.words.ValueCounts;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.IOSupplier;

/** Adds up what matches, in all and by the values of some fields, each of which is a column. */
interface FacetTally {
  /** Stands for all columns where one is asked for. */
  int ALL_COLUMNS = -1;

  /** A segment is next. */
  Leaf leaf(LeafReaderContext context) throws IOException;

  /**
   * Takes what was counted before for a column, instead of counting it; before the first segment.
   *
   * @param counts how many items hold each value; left as they are
   * @return false where it counts other things than items, and takes nothing
   */
  boolean take(int column, IOSupplier<ValueCounts> counts) throws IOException;

  /** How many match. */
  long total();

  /** How many hold each value of a column; not for dates. */
  ValueCounts values(int column);

  /** The bars of a column of dates. */
  List<FacetCounts.Value> dates(int column, DateInterval interval);

  /** The tally of one segment, whose documents come in order, many at a time. */
  interface Leaf {
    /** Documents count in all columns. */
    void add(int[] documents, int size) throws IOException;

    /**
     * Documents count in all columns or in one only.
     *
     * @param failed for each the column in which alone it counts, or {@link #ALL_COLUMNS}
     */
    void add(int[] documents, int[] failed, int size) throws IOException;

    /** There are no more. */
    void finish();
  }
}
