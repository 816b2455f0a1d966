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

/**
 * The values of one field in one segment, in memory: counting reads it many times faster than doc
 * values. What counting waits for is memory, so that a document's values lie in one place, of fixed
 * size where that will do: then the next ones are fetched while one is counted.
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
   * Adds one to the count of each value that each of some documents holds.
   *
   * @param values from ordinals to what is counted; behind the last, what stands for no value
   */
  abstract void count(int[] documents, int from, int to, int[] values, ValueCounts counts);

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
    void count(int[] documents, int from, int to, int[] values, ValueCounts counts) {
      for (int i = from; i < to; i++) {
        counts.add(values[ordinals[documents[i]]]);
      }
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
    void count(int[] documents, int from, int to, int[] values, ValueCounts counts) {
      for (int i = from; i < to; i++) {
        long packed = ordinals[documents[i]];
        counts.add(values[(char) packed]);
        counts.add(values[(char) (packed >>> 16)]);
        counts.add(values[(char) (packed >>> 32)]);
        counts.add(values[(char) (packed >>> 48)]);
      }
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
    void count(int[] documents, int from, int to, int[] values, ValueCounts counts) {
      for (int i = from; i < to; i++) {
        int end = starts[documents[i] + 1];
        for (int j = starts[documents[i]]; j < end; j++) {
          counts.add(values[ordinals[j]]);
        }
      }
    }

    @Override
    void forEach(int document, IntConsumer consumer) {
      for (int i = starts[document]; i < starts[document + 1]; i++) {
        consumer.accept(ordinals[i]);
      }
    }
  }
}
