package dev.broadsheet.lucene;

import dev.broadsheet.indexing.Workers;
import dev.broadsheet.search.TextQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.perfield.PerFieldPostingsFormat;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.MappedMultiFields;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.MultiFields;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderSlice;
import org.apache.lucene.index.SegmentWriteState;
import org.jspecify.annotations.Nullable;

/**
 * Writes the terms of one segment. Those of a merge are written in groups of fields, at the same
 * time as far as there are threads: merging terms is nearly all the work of a merge, which Lucene
 * leaves to one thread.
 */
final class GroupedTerms extends FieldsConsumer {
  /** Each a group of its own, what takes longest first, so that the work is shared out evenly. */
  private static final List<String> LARGE =
      List.of(
          Schema.BODY,
          Schema.TEXT,
          Schema.BEGINNING,
          Schema.limited(TextQuery.Field.EXCERPT),
          Schema.limited(TextQuery.Field.TITLE),
          Schema.WORD);

  private final PerFieldPostingsFormat usual;
  private final SegmentWriteState state;
  private final Progress progress;

  GroupedTerms(PerFieldPostingsFormat usual, SegmentWriteState state, Progress progress) {
    this.usual = usual;
    this.state = state;
    this.progress = progress;
  }

  /** Is told of a merge; called from many threads. */
  interface Progress {
    /** So many groups of fields are written, of so many. */
    void written(int groups, int of);
  }

  @Override
  public void write(Fields fields, @Nullable NormsProducer norms) throws IOException {
    try (FieldsConsumer consumer = usual.fieldsConsumer(state)) {
      consumer.write(fields, norms);
    }
  }

  @Override
  public void merge(MergeState merge, @Nullable NormsProducer norms) throws IOException {
    Fields merged = merged(merge);
    Map<Integer, List<String>> groups = byGroup(merged);
    var written = new AtomicInteger();
    @Nullable NormsProducer shared = norms == null ? null : new SharedNorms(norms);
    // Not the merge scheduler's threads, which it keeps for merges that are larger by its own
    // count.
    try (var workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      workers.map(
          groups.entrySet(),
          group -> {
            writeUnchecked(group.getKey(), new SomeFields(merged, group.getValue()), shared);
            progress.written(written.incrementAndGet(), groups.size());
            return true;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void writeUnchecked(int group, SomeFields fields, @Nullable NormsProducer norms) {
    try {
      write(group, fields, norms);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link FieldsConsumer#merge} has them. */
  private static Fields merged(MergeState merge) throws IOException {
    List<Fields> fields = new ArrayList<>();
    List<ReaderSlice> slices = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < merge.fieldsProducers.length; i++) {
      FieldsProducer producer = merge.fieldsProducers[i];
      if (producer != null) {
        producer.checkIntegrity();
        fields.add(producer);
        slices.add(new ReaderSlice(first, merge.maxDocs[i], i));
      }
      first += merge.maxDocs[i];
    }
    return new MappedMultiFields(
        merge, new MultiFields(fields.toArray(Fields[]::new), slices.toArray(ReaderSlice[]::new)));
  }

  private static Map<Integer, List<String>> byGroup(Fields fields) {
    Map<Integer, List<String>> groups = new TreeMap<>();
    for (String name : fields) {
      groups.computeIfAbsent(group(name), unseen -> new ArrayList<>()).add(name);
    }
    return groups;
  }

  private static int group(String field) {
    int large = LARGE.indexOf(field);
    return large < 0 ? LARGE.size() : large;
  }

  private void write(int group, SomeFields fields, @Nullable NormsProducer norms)
      throws IOException {
    String suffix = String.valueOf(group);
    PostingsFormat format = usual.getPostingsFormatForField(fields.names().getFirst());
    for (String name : fields.names()) {
      FieldInfo field = state.fieldInfos.fieldInfo(name);
      // What is kept of an earlier segment is written over: these are read to find the files.
      field.putAttribute(PerFieldPostingsFormat.PER_FIELD_FORMAT_KEY, format.getName());
      field.putAttribute(PerFieldPostingsFormat.PER_FIELD_SUFFIX_KEY, suffix);
    }
    var groupState = new SegmentWriteState(state, format.getName() + "_" + suffix);
    try (FieldsConsumer consumer = format.fieldsConsumer(groupState)) {
      consumer.write(fields, norms);
    }
  }

  @Override
  public void close() {
    // Each consumer is closed when its fields are written.
  }

  private static final class SomeFields extends FilterLeafReader.FilterFields {
    private final List<String> names;

    SomeFields(Fields all, Collection<String> names) {
      super(all);
      this.names = List.copyOf(names);
    }

    List<String> names() {
      return names;
    }

    @Override
    public Iterator<String> iterator() {
      return names.iterator();
    }

    @Override
    public int size() {
      return names.size();
    }
  }

  /** While merging, norms of different fields are read by different threads, but from one table. */
  private static final class SharedNorms extends NormsProducer {
    private final NormsProducer norms;

    SharedNorms(NormsProducer norms) {
      this.norms = norms;
    }

    @Override
    public synchronized NumericDocValues getNorms(FieldInfo field) throws IOException {
      return norms.getNorms(field);
    }

    @Override
    public synchronized void checkIntegrity() throws IOException {
      norms.checkIntegrity();
    }

    @Override
    public void close() throws IOException {
      norms.close();
    }
  }
}
