package dev.broadsheet.lucene;

import dev.broadsheet.words.FacetTerm;
import dev.broadsheet.words.ValueCounts;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;

/**
 * The values of one field in one segment, in memory: counting reads it many times faster than doc
 * values. What counting waits for is memory, so that a document's values lie in one place, of fixed
 * size where that will do, and those of many documents are fetched before the first is counted:
 * then the processor waits for many at once.
 */
abstract sealed class FacetColumn {
  private final List<FacetTerm> terms;

  private FacetColumn(List<FacetTerm> terms) {
    this.terms = terms;
  }

  /** The values by ordinal. */
  List<FacetTerm> terms() {
    return terms;
  }

  /**
   * A count of the values of documents, for one thread.
   *
   * @param values from ordinals to what is counted; behind the last, what stands for no value
   * @param counts to be added to
   */
  abstract Counter counter(int[] values, ValueCounts counts);

  /** Adds one to the count of each value that a document holds. */
  interface Counter {
    /** Counts the first {@code size} of some documents. */
    void count(int[] documents, int size);
  }

  /**
   * Whether a document holds any of some values.
   *
   * @param wanted whether it is one of them, by ordinal; behind the last, false
   */
  abstract boolean holds(int document, boolean[] wanted);

  /** Hands over the ordinal of each value that a document holds. */
  abstract void forEach(int document, IntConsumer consumer);

  /** Reads a field. */
  static FacetColumn of(LeafReader leaf, String field) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(leaf, field);
    List<FacetTerm> terms = terms(values);
    int[] starts = new int[leaf.maxDoc() + 1];
    int[] ordinals = new int[leaf.maxDoc()];
    int size = 0;
    int begun = 0;
    int most = 0;
    for (int document = values.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = values.nextDoc()) {
      Arrays.fill(starts, begun, document + 1, size);
      begun = document + 1;
      most = Math.max(most, values.docValueCount());
      for (int i = values.docValueCount(); i > 0; i--) {
        if (size == ordinals.length) {
          ordinals = Arrays.copyOf(ordinals, size + (size >> 1) + 1);
        }
        ordinals[size++] = (int) values.nextOrd();
      }
    }
    Arrays.fill(starts, begun, starts.length, size);
    if (terms.size() < Character.MAX_VALUE) {
      if (most <= 1) {
        return OneValue.of(terms, starts, ordinals);
      }
      if (most <= FewValues.MAX) {
        return FewValues.of(terms, starts, ordinals);
      }
    }
    return new ManyValues(terms, starts, Arrays.copyOf(ordinals, size));
  }

  private static List<FacetTerm> terms(SortedSetDocValues values) throws IOException {
    Stream.Builder<FacetTerm> terms = Stream.builder();
    for (long ordinal = 0; ordinal < values.getValueCount(); ordinal++) {
      terms.add(FacetTerm.split(values.lookupOrd(ordinal).utf8ToString()));
    }
    return terms.build().toList();
  }

  /** Each document has one value at most: two bytes a document. */
  private static final class OneValue extends FacetColumn {
    private final char[] ordinals;

    private OneValue(List<FacetTerm> terms, char[] ordinals) {
      super(terms);
      this.ordinals = ordinals;
    }

    private static OneValue of(List<FacetTerm> terms, int[] starts, int[] ordinals) {
      char[] byDocument = new char[starts.length - 1];
      for (int document = 0; document < byDocument.length; document++) {
        boolean has = starts[document] < starts[document + 1];
        byDocument[document] = (char) (has ? ordinals[starts[document]] : terms.size());
      }
      return new OneValue(terms, byDocument);
    }

    @Override
    Counter counter(int[] values, ValueCounts counts) {
      return new Counter() {
        private int[] fetched = {};

        @Override
        public void count(int[] documents, int size) {
          fetched = ArrayUtil.growNoCopy(fetched, size);
          for (int i = 0; i < size; i++) {
            fetched[i] = ordinals[documents[i]];
          }
          for (int i = 0; i < size; i++) {
            counts.add(values[fetched[i]]);
          }
        }
      };
    }

    @Override
    boolean holds(int document, boolean[] wanted) {
      return wanted[ordinals[document]];
    }

    @Override
    void forEach(int document, IntConsumer consumer) {
      if (ordinals[document] < terms().size()) {
        consumer.accept(ordinals[document]);
      }
    }
  }

  /** Each document has a few values at most: eight bytes a document, two for each. */
  private static final class FewValues extends FacetColumn {
    static final int MAX = Long.BYTES / Character.BYTES;

    private final long[] ordinals;

    private FewValues(List<FacetTerm> terms, long[] ordinals) {
      super(terms);
      this.ordinals = ordinals;
    }

    private static FewValues of(List<FacetTerm> terms, int[] starts, int[] ordinals) {
      long[] byDocument = new long[starts.length - 1];
      for (int document = 0; document < byDocument.length; document++) {
        long packed = 0;
        for (int i = starts[document] + MAX - 1; i >= starts[document]; i--) {
          packed =
              packed << Character.SIZE | (i < starts[document + 1] ? ordinals[i] : terms.size());
        }
        byDocument[document] = packed;
      }
      return new FewValues(terms, byDocument);
    }

    @Override
    Counter counter(int[] values, ValueCounts counts) {
      return new Counter() {
        private long[] fetched = {};

        @Override
        public void count(int[] documents, int size) {
          fetched = ArrayUtil.growNoCopy(fetched, size);
          for (int i = 0; i < size; i++) {
            fetched[i] = ordinals[documents[i]];
          }
          for (int i = 0; i < size; i++) {
            long packed = fetched[i];
            counts.add(values[(char) packed]);
            counts.add(values[(char) (packed >>> 16)]);
            counts.add(values[(char) (packed >>> 32)]);
            counts.add(values[(char) (packed >>> 48)]);
          }
        }
      };
    }

    @Override
    boolean holds(int document, boolean[] wanted) {
      long packed = ordinals[document];
      return wanted[(char) packed]
          || wanted[(char) (packed >>> 16)]
          || wanted[(char) (packed >>> 32)]
          || wanted[(char) (packed >>> 48)];
    }

    @Override
    void forEach(int document, IntConsumer consumer) {
      long packed = ordinals[document];
      for (int i = 0; i < MAX && (char) packed < terms().size(); i++) {
        consumer.accept((char) packed);
        packed >>>= Character.SIZE;
      }
    }
  }

  /** Documents have any number of values: four bytes a document and four a value. */
  private static final class ManyValues extends FacetColumn {
    private final int[] starts;
    private final int[] ordinals;

    /**
     * A column.
     *
     * @param starts where in {@code ordinals} a document's begin; one more than documents
     * @param ordinals of all documents, one after the other
     */
    private ManyValues(List<FacetTerm> terms, int[] starts, int[] ordinals) {
      super(terms);
      this.starts = starts;
      this.ordinals = ordinals;
    }

    @Override
    Counter counter(int[] values, ValueCounts counts) {
      return (documents, size) -> {
        for (int i = 0; i < size; i++) {
          int end = starts[documents[i] + 1];
          for (int j = starts[documents[i]]; j < end; j++) {
            counts.add(values[ordinals[j]]);
          }
        }
      };
    }

    @Override
    boolean holds(int document, boolean[] wanted) {
      boolean holds = false;
      for (int i = starts[document]; i < starts[document + 1]; i++) {
        holds |= wanted[ordinals[i]];
      }
      return holds;
    }

    @Override
    void forEach(int document, IntConsumer consumer) {
      for (int i = starts[document]; i < starts[document + 1]; i++) {
        consumer.accept(ordinals[i]);
      }
    }
  }
}
