package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/**
 * The postings of some terms, of which each document has few, as those of one. Used again for the
 * next.
 */
final class UnionPostings extends ForwardPostings {
  private final @Nullable TextPlaces places;
  private final List<PostingsEnum> sources = new ArrayList<>();
  private final List<RunField> fields = new ArrayList<>();
  private boolean withPositions;
  private int doc;
  private int[] positions = new int[16];
  private int frequency;
  private int next;

  /**
   * Begins without postings.
   *
   * @param places where positions are in the field that is read; null if where they are
   */
  UnionPostings(@Nullable TextPlaces places) {
    this.places = places;
  }

  /** Begins anew, without postings. */
  void clear(int flags) {
    sources.clear();
    fields.clear();
    withPositions = featureRequested(flags, POSITIONS);
    doc = -1;
  }

  /** Adds the postings of a term of a field. */
  void add(PostingsEnum source, RunField field) {
    sources.add(source);
    fields.add(field);
  }

  /** How many terms they are of. */
  int size() {
    return sources.size();
  }

  /** The same postings, as they are if they are those of one term. */
  PostingsEnum get() {
    return sources.size() == 1 && places == null ? sources.getFirst() : this;
  }

  @Override
  public int docID() {
    return doc;
  }

  @Override
  public int nextDoc() throws IOException {
    int least = NO_MORE_DOCS;
    for (int i = 0; i < sources.size(); i++) {
      PostingsEnum source = sources.get(i);
      int at = source.docID() == doc ? source.nextDoc() : source.docID();
      least = Math.min(least, at);
    }
    doc = least;
    if (doc != NO_MORE_DOCS) {
      collect();
    }
    return doc;
  }

  private void collect() throws IOException {
    frequency = 0;
    next = 0;
    for (int i = 0; i < sources.size(); i++) {
      if (sources.get(i).docID() == doc) {
        collect(sources.get(i), fields.get(i));
      }
    }
    if (withPositions) {
      Arrays.sort(positions, 0, frequency);
    }
  }

  private void collect(PostingsEnum source, RunField field) throws IOException {
    int times = places == null ? 1 : field.times();
    int count = source.freq() * times;
    if (withPositions) {
      positions = ArrayUtil.grow(positions, frequency + count);
      int start = places == null ? 0 : places.start(field, doc);
      int length = places == null ? 0 : places.length(field, doc);
      for (int i = frequency; i < frequency + count; i += times) {
        int position = start + source.nextPosition();
        for (int time = 0; time < times; time++) {
          positions[i + time] = position + time * length;
        }
      }
    }
    frequency += count;
  }

  @Override
  public long cost() {
    return sources.stream().mapToLong(PostingsEnum::cost).sum();
  }

  @Override
  public int freq() {
    return frequency;
  }

  @Override
  public int nextPosition() {
    return positions[next++];
  }
}
