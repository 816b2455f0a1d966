package dev.broadsheet.lucene;

import dev.broadsheet.indexing.Workers;
import dev.broadsheet.words.Ranking;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * A fresh index in the making: segments that are merged only once, at the end, all into one. Each
 * thread writes its own, and begins another where a document is newer than the one before, unless
 * it has only a few yet; so that if each thread brings its documents newest first, there is nothing
 * to sort when a segment is written, which otherwise is done term by term. If no thread brings what
 * belongs between those of another, there is nothing to sort when they are merged, either.
 */
final class SortedRuns implements Closeable {
  /** Fewer documents are sorted sooner than a segment more is written and merged. */
  private static final int WORTH_A_SEGMENT = 1_000;

  private final Path folder;
  private final Supplier<IndexWriterConfig> config;
  private final Ranking.Texts weights;
  private final Map<Thread, Run> runs = new ConcurrentHashMap<>();

  /**
   * Begins without documents.
   *
   * @param folder for the segments, which are needed only until they are merged
   * @param config how to write them; asked for once a thread
   * @param weights how much the texts of an item count
   */
  SortedRuns(Path folder, Supplier<IndexWriterConfig> config, Ranking.Texts weights) {
    this.folder = folder;
    this.config = config;
    this.weights = weights;
  }

  /**
   * Adds a document.
   *
   * @param document its texts filled in by {@link RunTextFields}
   * @param date by which documents are sorted, in milliseconds of the epoch
   */
  void add(Document document, long date) throws IOException {
    Run run = runs.get(Thread.currentThread());
    if (run == null) {
      run = Run.open(folder.resolve("run-" + Thread.currentThread().threadId()), config.get());
      runs.put(Thread.currentThread(), run);
    }
    run.add(document, date);
  }

  /**
   * Merges all documents into one segment of an index. Segments that follow one another are handed
   * over in their order: Lucene then appends one to the other, and looks up no places.
   */
  void mergeInto(IndexWriter writer) throws IOException {
    if (runs.isEmpty()) {
      return;
    }
    List<DirectoryReader> readers = new ArrayList<>();
    try {
      readers.addAll(openAll(runs.values()));
      List<Segment> segments = new ArrayList<>();
      for (DirectoryReader reader : readers) {
        for (LeafReaderContext leaf : reader.leaves()) {
          segments.add(Segment.of((CodecReader) leaf.reader()));
        }
      }
      segments.sort(Segment.NEWEST_FIRST);
      List<CodecReader> sorted = new ArrayList<>();
      for (Segment segment : segments) {
        sorted.add(RunPostings.read(segment.reader(), weights));
      }
      writer.addIndexes(sorted.toArray(CodecReader[]::new));
    } finally {
      IOUtils.close(readers);
    }
  }

  /** Each thread left a buffer, and they are written at the same time. */
  private static List<DirectoryReader> openAll(Collection<Run> runs) throws IOException {
    try (var workers = new Workers(runs.size())) {
      return workers.map(runs, Run::reader);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(runs.values());
  }

  /** A segment with the values that {@link Schema#NEWEST_FIRST} sorts by, of its first document. */
  private record Segment(CodecReader reader, long date, long id) {
    static final Comparator<Segment> NEWEST_FIRST =
        Comparator.comparingLong(Segment::date).reversed().thenComparingLong(Segment::id);

    static Segment of(CodecReader reader) throws IOException {
      return new Segment(
          reader,
          first(reader.getNumericDocValues(Schema.DATE), Schema.NO_DATE),
          first(reader.getNumericDocValues(Schema.ID_ORDER), Long.MAX_VALUE));
    }

    private static long first(@Nullable NumericDocValues values, long none) throws IOException {
      return values != null && values.advanceExact(0) ? values.longValue() : none;
    }
  }

  /** What one thread writes. */
  private static final class Run implements Closeable {
    private final Directory directory;
    private final IndexWriter writer;
    private long last = Long.MAX_VALUE;
    private int buffered;

    private Run(Directory directory, IndexWriter writer) {
      this.directory = directory;
      this.writer = writer;
    }

    static Run open(Path folder, IndexWriterConfig config) throws IOException {
      Directory directory = new Unsynced(FSDirectory.open(folder));
      try {
        return new Run(directory, new IndexWriter(directory, config));
      } catch (IOException | RuntimeException e) {
        directory.close();
        throw e;
      }
    }

    void add(Document document, long date) throws IOException {
      if (date > last && buffered >= WORTH_A_SEGMENT) {
        writer.flushNextBuffer();
        buffered = 0;
      }
      writer.addDocument(document);
      buffered++;
      last = date;
    }

    DirectoryReader reader() {
      try {
        return DirectoryReader.open(writer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      try (directory) {
        writer.rollback();
      }
    }
  }

  /** After a crash these files are deleted and not read, so that they need not outlive it. */
  private static final class Unsynced extends FilterDirectory {
    Unsynced(Directory files) {
      super(files);
    }

    @Override
    public void sync(Collection<String> names) {}

    @Override
    public void syncMetaData() {}
  }
}
