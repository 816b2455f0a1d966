package dev.broadsheet.lucene;

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
 * values. Two bytes a document where each has one value at most; else four a document and two a
 * value; twice as many where the segment has more than 65,534 values.
 */
final class FacetColumn {
  private final List<FacetTerm> terms;
  private final Ordinals ordinals;

  /** Where the ordinals of each document begin, and at last their number; empty if each has one. */
  private final int[] starts;

  private FacetColumn(List<FacetTerm> terms, Ordinals ordinals, int[] starts) {
    this.terms = terms;
    this.ordinals = ordinals;
    this.starts = starts;
  }

  static FacetColumn of(LeafReader leaf, String field) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(leaf, field);
    List<FacetTerm> terms = terms(values);
    int none = terms.size();
    int[] starts = new int[leaf.maxDoc() + 1];
    int[] ordinals = new int[leaf.maxDoc()];
    int size = 0;
    int begun = 0;
    boolean single = true;
    for (int document = values.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = values.nextDoc()) {
      Arrays.fill(starts, begun, document + 1, size);
      begun = document + 1;
      single &= values.docValueCount() == 1;
      for (int i = values.docValueCount(); i > 0; i--) {
        if (size == ordinals.length) {
          ordinals = Arrays.copyOf(ordinals, size + (size >> 1) + 1);
        }
        ordinals[size++] = (int) values.nextOrd();
      }
    }
    Arrays.fill(starts, begun, starts.length, size);
    if (!single) {
      return new FacetColumn(terms, Ordinals.of(Arrays.copyOf(ordinals, size), none), starts);
    }
    int[] byDocument = new int[leaf.maxDoc()];
    for (int document = 0; document < byDocument.length; document++) {
      byDocument[document] =
          starts[document] < starts[document + 1] ? ordinals[starts[document]] : none;
    }
    return new FacetColumn(terms, Ordinals.of(byDocument, none), new int[0]);
  }

  private static List<FacetTerm> terms(SortedSetDocValues values) throws IOException {
    Stream.Builder<FacetTerm> terms = Stream.builder();
    for (long ordinal = 0; ordinal < values.getValueCount(); ordinal++) {
      terms.add(FacetTerm.of(values.lookupOrd(ordinal)));
    }
    return terms.build().toList();
  }

  /** The values by ordinal. */
  List<FacetTerm> terms() {
    return terms;
  }

  /**
   * Adds one to the count of each value that each of some documents holds.
   *
   * @param values from ordinals to what is counted
   */
  void count(int[] documents, int from, int to, int[] values, ValueCounts counts) {
    if (starts.length == 0) {
      ordinals.count(documents, from, to, values, counts);
      return;
    }
    for (int i = from; i < to; i++) {
      ordinals.count(starts[documents[i]], starts[documents[i] + 1], values, counts);
    }
  }

  /** Hands over the ordinal of each value that a document holds. */
  void forEach(int document, IntConsumer consumer) {
    if (starts.length > 0) {
      for (int i = starts[document]; i < starts[document + 1]; i++) {
        consumer.accept(ordinals.get(i));
      }
    } else if (ordinals.get(document) < terms.size()) {
      consumer.accept(ordinals.get(document));
    }
  }

  /** Whether a document holds any of some values, which are told by ordinal. */
  boolean holdsAny(int document, boolean[] some) {
    if (starts.length == 0) {
      int ordinal = ordinals.get(document);
      return ordinal < some.length && some[ordinal];
    }
    for (int i = starts[document]; i < starts[document + 1]; i++) {
      if (some[ordinals.get(i)]) {
        return true;
      }
    }
    return false;
  }

  /** Ordinals in as few bytes as they need; one that is too high stands for no value. */
  private sealed interface Ordinals {
    /**
     * Takes over numbers.
     *
     * @param max none is above it
     */
    static Ordinals of(int[] ordinals, int max) {
      if (max > Character.MAX_VALUE) {
        return new Wide(ordinals);
      }
      char[] narrow = new char[ordinals.length];
      for (int i = 0; i < narrow.length; i++) {
        narrow[i] = (char) ordinals[i];
      }
      return new Narrow(narrow);
    }

    int get(int position);

    /** Counts the values at some positions. */
    void count(int[] positions, int from, int to, int[] values, ValueCounts counts);

    /** Counts the values from one position to another. */
    void count(int from, int to, int[] values, ValueCounts counts);
  }

  private static final class Narrow implements Ordinals {
    private final char[] ordinals;

    Narrow(char[] ordinals) {
      this.ordinals = ordinals;
    }

    @Override
    public int get(int position) {
      return ordinals[position];
    }

    @Override
    public void count(int[] positions, int from, int to, int[] values, ValueCounts counts) {
      for (int i = from; i < to; i++) {
        int ordinal = ordinals[positions[i]];
        if (ordinal < values.length) {
          counts.add(values[ordinal]);
        }
      }
    }

    @Override
    public void count(int from, int to, int[] values, ValueCounts counts) {
      for (int i = from; i < to; i++) {
        counts.add(values[ordinals[i]]);
      }
    }
  }

  private static final class Wide implements Ordinals {
    private final int[] ordinals;

    Wide(int[] ordinals) {
      this.ordinals = ordinals;
    }

    @Override
    public int get(int position) {
      return ordinals[position];
    }

    @Override
    public void count(int[] positions, int from, int to, int[] values, ValueCounts counts) {
      for (int i = from; i < to; i++) {
        int ordinal = ordinals[positions[i]];
        if (ordinal < values.length) {
          counts.add(values[ordinal]);
        }
      }
    }

    @Override
    public void count(int from, int to, int[] values, ValueCounts counts) {
      for (int i = from; i < to; i++) {
        counts.add(values[ordinals[i]]);
      }
    }
  }
}
