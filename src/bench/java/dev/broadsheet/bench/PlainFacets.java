package dev.broadsheet.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;

/** Counts the values of one field, over ordinals that are kept in memory for every document. */
final class PlainFacets {
  private final String[] values;

  /** The ordinals of a document begin at its start, and end where the next one's begin. */
  private final int[] starts;

  private final short[] ordinals;

  /** A value, and in how many documents it is. */
  record Count(String value, int count) {}

  PlainFacets(LeafReader reader, String field) throws IOException {
    SortedSetDocValues read = DocValues.getSortedSet(reader, field);
    values = new String[(int) read.getValueCount()];
    if (values.length > 1 << 16) {
      throw new IllegalArgumentException(field + " has too many values: " + values.length);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = read.lookupOrd(i).utf8ToString();
    }
    starts = new int[reader.maxDoc() + 1];
    short[] all = new short[reader.maxDoc()];
    int end = 0;
    for (int document = 0; document < reader.maxDoc(); document++) {
      starts[document] = end;
      int count = read.advanceExact(document) ? read.docValueCount() : 0;
      all = ArrayUtil.grow(all, end + count);
      for (int i = 0; i < count; i++) {
        all[end++] = (short) read.nextOrd();
      }
    }
    starts[reader.maxDoc()] = end;
    ordinals = Arrays.copyOf(all, end);
  }

  /** How many documents match, counting each one's values. */
  static int count(IndexSearcher searcher, Query query, List<Tally> tallies) throws IOException {
    return searcher.search(
        query,
        new CollectorManager<Collecting, Integer>() {
          @Override
          public Collecting newCollector() {
            return new Collecting(tallies.toArray(Tally[]::new));
          }

          @Override
          public Integer reduce(Collection<Collecting> collectors) {
            return collectors.stream().mapToInt(it -> it.total).sum();
          }
        });
  }

  Tally tally() {
    return new Tally();
  }

  /** The counts of one search. */
  final class Tally {
    private final int[] counts = new int[values.length];

    private void add(int document) {
      for (int i = starts[document]; i < starts[document + 1]; i++) {
        counts[Short.toUnsignedInt(ordinals[i])]++;
      }
    }

    /** The most frequent values. */
    List<Count> top(int size) {
      int[] best = new int[size];
      int found = 0;
      for (int value = 0; value < counts.length; value++) {
        if (counts[value] == 0 || (found == size && counts[value] <= counts[best[size - 1]])) {
          continue;
        }
        int at = found == size ? size - 1 : found++;
        for (; at > 0 && counts[best[at - 1]] < counts[value]; at--) {
          best[at] = best[at - 1];
        }
        best[at] = value;
      }
      List<Count> top = new ArrayList<>(found);
      for (int i = 0; i < found; i++) {
        top.add(new Count(values[best[i]], counts[best[i]]));
      }
      return top;
    }
  }

  private static final class Collecting extends SimpleCollector {
    private final Tally[] tallies;
    private int total;

    Collecting(Tally[] tallies) {
      this.tallies = tallies;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
      if (context.docBase != 0) {
        throw new IllegalArgumentException("the index has more than one segment");
      }
    }

    @Override
    public void collect(int document) {
      total++;
      for (Tally tally : tallies) {
        tally.add(document);
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
