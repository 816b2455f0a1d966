package dev.broadsheet.lucene;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.words.ValueCounts;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.IOSupplier;

/**
 * Counts stories: each once in all, and once for each value that any of its items holds. Items are
 * written down as they come, by segment, and counted at the end, story by story, so that what a
 * story has been counted for need not be kept for all stories at once.
 */
final class StoryTally implements FacetTally {
  private static final int FEW = 64;
  private static final int NONE = -1;

  private final List<FacetField> fields;
  private final FacetTables tables;
  private final StoryIndex stories;
  private final boolean withDates;
  private final List<LeafReaderContext> leaves = new ArrayList<>();
  private final StoryHistogram histogram;
  private final List<Column> counted = new ArrayList<>();
  private boolean isCounted;
  private long total;

  private int size;
  private int[] documents = new int[FEW];
  private int[] columns = new int[FEW];
  private long[] dates = new long[FEW];

  StoryTally(List<FacetField> fields, FacetTables tables, StoryIndex stories, ZoneId zone) {
    this.fields = fields;
    this.tables = tables;
    this.stories = stories;
    this.withDates = fields.contains(FacetField.DATE);
    this.histogram = new StoryHistogram(zone);
    for (FacetField field : fields) {
      counted.add(new Column(field == FacetField.DATE ? 0 : tables.table(field).size()));
    }
  }

  @Override
  public boolean take(int column, IOSupplier<ValueCounts> counts) {
    return false;
  }

  @Override
  public long total() {
    count();
    return total;
  }

  @Override
  public ValueCounts values(int column) {
    count();
    return counted.get(column).counts;
  }

  @Override
  public List<FacetCounts.Value> dates(int column, DateInterval interval) {
    count();
    return histogram.values(interval);
  }

  @Override
  public Leaf leaf(LeafReaderContext context) throws IOException {
    leaves.add(context);
    NumericDocValues millis = DocValues.getNumeric(context.reader(), Schema.DATE);
    return new Leaf() {
      @Override
      public void add(int[] documents, int size) throws IOException {
        for (int i = 0; i < size; i++) {
          add(documents[i], ALL_COLUMNS);
        }
      }

      @Override
      public void add(int[] documents, int[] failed, int size) throws IOException {
        for (int i = 0; i < size; i++) {
          add(documents[i], failed[i]);
        }
      }

      private void add(int document, int column) throws IOException {
        boolean dated = withDates && millis.advanceExact(document);
        write(context.docBase + document, column, dated ? millis.longValue() : Schema.NO_DATE);
      }

      @Override
      public void finish() {}
    };
  }

  private void write(int document, int column, long date) {
    if (size == documents.length) {
      documents = Arrays.copyOf(documents, 2 * size);
      columns = Arrays.copyOf(columns, 2 * size);
      dates = Arrays.copyOf(dates, 2 * size);
    }
    documents[size] = document;
    columns[size] = column;
    dates[size++] = date;
  }

  private void count() {
    if (isCounted) {
      return;
    }
    isCounted = true;
    int[] previous = new int[size];
    int[] last = linked(previous);
    for (int i = 0; i < size; i++) {
      int story = stories.story(documents[i]);
      if (last[story] != NONE) {
        countStory(story, last[story], previous);
        last[story] = NONE;
      }
    }
  }

  /** Links the items of each story, the later to the earlier; returns the last by story. */
  private int[] linked(int[] previous) {
    int documentCount = 0;
    for (LeafReaderContext leaf : leaves) {
      documentCount = Math.max(documentCount, leaf.docBase + leaf.reader().maxDoc());
    }
    int[] last = new int[documentCount];
    Arrays.fill(last, NONE);
    for (int i = 0; i < size; i++) {
      int story = stories.story(documents[i]);
      previous[i] = last[story];
      last[story] = i;
    }
    return last;
  }

  private void countStory(int story, int lastItem, int[] previous) {
    boolean matches = false;
    for (int item = lastItem; item != NONE; item = previous[item]) {
      if (columns[item] == ALL_COLUMNS) {
        matches = true;
        for (int column = 0; column < fields.size(); column++) {
          countItem(story, item, column);
        }
      } else {
        countItem(story, item, columns[item]);
      }
    }
    total += matches ? 1 : 0;
  }

  private void countItem(int story, int item, int column) {
    FacetField field = fields.get(column);
    if (field == FacetField.DATE) {
      if (dates[item] != Schema.NO_DATE) {
        histogram.add(story, dates[item]);
      }
      return;
    }
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[item], leaves));
    tables
        .table(field)
        .segment(leaf.ord)
        .forEach(documents[item] - leaf.docBase, value -> counted.get(column).add(value, story));
  }

  /** The counts of one field's values, and which story each was last counted for. */
  private static final class Column {
    private final ValueCounts counts;
    private final int[] lastStories;

    Column(int size) {
      counts = new ValueCounts(size);
      lastStories = new int[size];
      Arrays.fill(lastStories, NONE);
    }

    void add(int value, int story) {
      if (lastStories[value] != story) {
        lastStories[value] = story;
        counts.add(value);
      }
    }
  }
}
