package dev.broadsheet.lucene;

import dev.broadsheet.words.DateHistogram;
import dev.broadsheet.words.ZoneDays;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * On which day of a time zone the documents of a segment are dated. As they are sorted by date,
 * those of one day stand together, so that no date has to be read to count them.
 */
final class DayRuns {
  /** The day of what has no date. */
  static final long NO_DAY = Long.MIN_VALUE;

  private static final int FEW = 64;

  private int size;
  private int[] ends = new int[FEW];
  private long[] days = new long[FEW];

  private DayRuns() {}

  static DayRuns of(LeafReader leaf, ZoneId zone) throws IOException {
    var calendar = new ZoneDays(zone);
    var runs = new DayRuns();
    NumericDocValues dates = DocValues.getNumeric(leaf, Schema.DATE);
    int next = 0;
    for (int document = dates.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = dates.nextDoc()) {
      if (document > next) {
        runs.add(document, NO_DAY);
      }
      next = document + 1;
      runs.add(next, calendar.day(dates.longValue()));
    }
    if (next < leaf.maxDoc()) {
      runs.add(leaf.maxDoc(), NO_DAY);
    }
    return runs;
  }

  private void add(int end, long day) {
    if (size > 0 && days[size - 1] == day) {
      ends[size - 1] = end;
      return;
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      days = Arrays.copyOf(days, 2 * size);
    }
    ends[size] = end;
    days[size++] = day;
  }

  /** A count of documents by their days. */
  Counter counter() {
    return new Counter();
  }

  /** Counts documents, which come in order. */
  final class Counter {
    private final int[] counts = new int[size];
    private int run;

    void count(int[] documents, int size) {
      int current = run;
      for (int i = 0; i < size; i++) {
        while (documents[i] >= ends[current]) {
          current++;
        }
        counts[current]++;
      }
      run = current;
    }

    /** Adds what was counted to a histogram. */
    void addTo(DateHistogram histogram) {
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] > 0 && days[i] != NO_DAY) {
          histogram.add(days[i], counts[i]);
        }
      }
    }
  }
}
