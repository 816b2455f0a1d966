package dev.broadsheet.bench;

import dev.broadsheet.lucene.BroadsheetDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/**
 * Times plain Lucene at indexing items that are parsed and in memory, to one segment: {@code
 * corpus=FOLDER index=FOLDER}, and, if other than these, {@code documents=plain threads=2
 * buffer=256}. The documents are {@code plain} ones, as {@link PlainSchema} makes them, or {@code
 * broadsheet}'s own with every one of its fields. Prints the seconds from the first document to the
 * commit, and the index's bytes.
 */
public final class PlainIndexing {
  private PlainIndexing() {}

  /** Prints {@code seconds bytes}. */
  public static void main(String[] arguments) throws Exception {
    var options = new Options(arguments);
    Path corpus = options.path("corpus");
    Path index = options.path("index");
    boolean own = options.text("documents", "plain").equals("broadsheet");
    int threads = (int) options.whole("threads", 2);
    double buffer = (double) options.whole("buffer", 256);
    options.end();
    List<InMemoryCorpus.Item> items = InMemoryCorpus.read(corpus);
    System.gc(); // what reading left over is not to be collected while the clock runs
    IndexWriterConfig config = own ? BroadsheetDocuments.config() : PlainSchema.config();
    config.setRAMBufferSizeMB(buffer);
    config.setMergeScheduler(scheduler(threads));
    var mapper = new BroadsheetDocuments();
    long start = System.nanoTime();
    index(
        items,
        own ? item -> mapper.document(item.mention()) : PlainSchema::document,
        config,
        index,
        threads);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "%.2f %d%n", seconds, size(index));
  }

  private static ConcurrentMergeScheduler scheduler(int threads) {
    var scheduler = new ConcurrentMergeScheduler();
    scheduler.setMaxMergesAndThreads(threads + 4, threads);
    return scheduler;
  }

  private static void index(
      List<InMemoryCorpus.Item> items,
      Function<InMemoryCorpus.Item, Document> mapper,
      IndexWriterConfig config,
      Path index,
      int threads)
      throws IOException, InterruptedException, ExecutionException {
    try (var directory = FSDirectory.open(index);
        var writer = new IndexWriter(directory, config);
        ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      var next = new AtomicInteger();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(workers.submit(() -> {
          for (int at = next.getAndIncrement(); at < items.size(); at = next.getAndIncrement()) {
            add(writer, mapper.apply(items.get(at)));
          }
        }));
      }
      for (Future<?> worker : running) {
        worker.get();
      }
      writer.forceMerge(1);
      writer.commit();
    }
  }

  private static void add(IndexWriter writer, Document document) {
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of all files below a folder. */
  static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
