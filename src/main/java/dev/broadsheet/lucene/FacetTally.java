package dev.broadsheet.lucene;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;

/** Adds up what matches, in all and by the values of some fields, each of which is a column. */
interface FacetTally {
  /** A segment is next. */
  Leaf leaf(LeafReaderContext context) throws IOException;

  /** How many match. */
  long total();

  /** How many hold each value of a column; not for dates. */
  long[] values(int column);

  /** The bars of a column of dates. */
  List<FacetCounts.Value> dates(int column, DateInterval interval);

  /** The tally of one segment, whose documents come in order. */
  interface Leaf {
    /** A document counts in all columns. */
    void add(int document) throws IOException;

    /** A document counts in one column only. */
    void add(int document, int column) throws IOException;
  }
}
