package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Mention;
import dev.broadsheet.indexing.ArticleCodec;
import dev.broadsheet.indexing.FileCodec;
import dev.broadsheet.indexing.GenerationWriter;
import dev.broadsheet.indexing.IndexWriteException;
import dev.broadsheet.indexing.IndexedFile;
import dev.broadsheet.indexing.ReindexProgress;
import dev.broadsheet.indexing.ReindexProgress.Phase;
import dev.broadsheet.meaning.Vector;
import dev.broadsheet.search.IndexCheck.Damage;
import dev.broadsheet.words.Analyzers;
import dev.broadsheet.words.Ranking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes the current generation in one commit, or builds another beside it. */
final class LuceneGenerationWriter implements GenerationWriter {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneGenerationWriter.class);

  /** Keys of the data that goes with a commit. */
  static final String FINGERPRINT = "fingerprint";

  /** The version of the form in which articles and mentions are kept. */
  static final String CODEC = "codec";

  /** When the commit was made, as an instant. */
  static final String COMMITTED_AT = "committedAt";

  /** Small enough that buffers fill, and are sorted and flushed, while all threads still write. */
  private static final double MAX_BUFFER_MB = 48;

  private static final int HEAP_SHARE = 4;
  private static final String SCRATCH = "scratch";

  private final Generations generations;
  private final LuceneSettings settings;
  private final LuceneIndexTarget.WriteLock lock;
  private final @Nullable PublishedIndex published;
  private final boolean startsEmpty;
  private final String generation;
  private final ArticleMapper mapper;
  private final FSDirectory directory;
  private final IndexWriter writer;
  private final Merging merging = new Merging();
  private final SortedRuns runs;
  private final WrittenVectors vectors;

  private LuceneGenerationWriter(
      Generations generations,
      LuceneSettings settings,
      LuceneIndexTarget.WriteLock lock,
      @Nullable PublishedIndex published,
      boolean startsEmpty,
      WrittenVectors vectors)
      throws IOException {
    this.generations = generations;
    this.settings = settings;
    this.lock = lock;
    this.published = published;
    this.startsEmpty = startsEmpty;
    this.generation =
        startsEmpty || published == null ? generations.next() : published.generation();
    this.vectors = vectors;
    Ranking.Texts weights = settings.ranking().texts();
    this.mapper =
        new ArticleMapper(
            settings.quality(),
            () -> startsEmpty ? new RunTextFields(weights) : new WholeTextFields(weights),
            vectors);
    this.directory = FSDirectory.open(generations.path(generation));
    this.writer = openWriter(directory, startsEmpty, merging);
    this.runs = new SortedRuns(scratchFolder(), LuceneGenerationWriter::runConfig, weights);
  }

  static GenerationWriter open(
      Generations generations,
      LuceneSettings settings,
      boolean full,
      LuceneIndexTarget.WriteLock lock,
      WrittenVectors vectors)
      throws IOException {
    Optional<String> current = current(generations, full);
    generations.deleteUnfinishedPointer();
    Generations.delete(generations.path(SCRATCH));
    PublishedIndex published =
        current.isEmpty() ? null : published(generations, current.get(), full);
    try {
      boolean startsEmpty =
          full
              || published == null
              || !published.fingerprint().equals(Schema.fingerprint(settings));
      return new LuceneGenerationWriter(
          generations, settings, lock, published, startsEmpty, vectors);
    } catch (IOException | RuntimeException e) {
      if (published != null) {
        published.close();
      }
      throw e;
    }
  }

  /** The generation to go on from; those before and beside it are deleted. */
  private static Optional<String> current(Generations generations, boolean full)
      throws IOException {
    Optional<String> current;
    try {
      current = generations.current();
    } catch (IOException e) {
      if (full) {
        // Which one servers read can't be told, so that none is deleted this time.
        LOG.warn("{}: building the index anew", FileTrouble.reason(e));
        return Optional.empty();
      }
      throw e;
    }
    generations.deleteAllBut(current.stream().toArray(String[]::new));
    return current;
  }

  /** What is there, unless it can't be understood; damage is passed over only to build anew. */
  private static @Nullable PublishedIndex published(
      Generations generations, String generation, boolean full) throws IOException {
    if (full) {
      Optional<Damage> damage = IndexFiles.damage(generations);
      if (damage.isPresent()) {
        LOG.warn(
            "{}: {}: building the index anew, without the last good versions of rejected files",
            damage.get().file(),
            damage.get().reason());
        return null;
      }
    }
    PublishedIndex published = opened(generations, generation);
    if (published.isReadable()) {
      return published;
    }
    published.close();
    return null;
  }

  private static PublishedIndex opened(Generations generations, String generation) {
    try {
      return PublishedIndex.open(generations, generation);
    } catch (IOException | RuntimeException e) {
      throw failed(generations, "read", e);
    }
  }

  /** A failure to read or write the index, as what it is where files are damaged. */
  private static IndexWriteException failed(Generations generations, String what, Exception e) {
    String message =
        IndexFiles.damage(generations)
            .map(Damage::message)
            .orElseGet(() ->
                "can't "
                    + what
                    + " the index "
                    + generations.index()
                    + ": "
                    + FileTrouble.reason(e));
    return new IndexWriteException(message, e);
  }

  private static IndexWriter openWriter(
      FSDirectory directory, boolean fresh, GroupedTerms.Progress progress) throws IOException {
    IndexWriterConfig config = config();
    config.setMergeScheduler(mergeScheduler());
    if (fresh) {
      config.setCodec(FreshCodec.of(config.getCodec(), progress));
    }
    try {
      return new IndexWriter(directory, config);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static IndexWriterConfig runConfig() {
    return config().setMergePolicy(NoMergePolicy.INSTANCE);
  }

  private static IndexWriterConfig config() {
    var config = new IndexWriterConfig(Analyzers.INDEX);
    config.setSimilarity(new QualitySimilarity());
    config.setIndexSort(Schema.NEWEST_FIRST);
    config.setUseCompoundFile(false);
    config.setCommitOnClose(false);
    double heapMb = Runtime.getRuntime().maxMemory() / 1048576.0;
    int threads = Runtime.getRuntime().availableProcessors();
    config.setRAMBufferSizeMB(Math.min(MAX_BUFFER_MB, heapMb / HEAP_SHARE / threads));
    return config;
  }

  /** Merges on all processors, also the parts of a single merge: nothing else is done meanwhile. */
  private static ConcurrentMergeScheduler mergeScheduler() {
    var scheduler = new SilentMerges();
    int threads = Runtime.getRuntime().availableProcessors();
    scheduler.setMaxMergesAndThreads(threads + 4, threads);
    return scheduler;
  }

  @Override
  public boolean startsEmpty() {
    return startsEmpty;
  }

  @Override
  public Map<String, IndexedFile> publishedFiles() {
    return reading(Map.of(), PublishedIndex::files);
  }

  @Override
  public void publishedIds(String path, Consumer<ArticleId> consumer) {
    reading(
        true,
        index -> {
          index.ids(path, consumer);
          return true;
        });
  }

  @Override
  public void publishedMentions(String path, Consumer<Mention> consumer) {
    reading(
        true,
        index -> {
          index.mentions(path, consumer);
          return true;
        });
  }

  @Override
  public Map<ArticleId, List<Mention>> publishedMentions(Collection<ArticleId> ids) {
    return startsEmpty ? Map.of() : reading(Map.of(), index -> index.mentions(ids));
  }

  @Override
  public void putItem(ArticleId id, List<Mention> mentions, Optional<Article> item) {
    writing(() -> {
      Term key = Schema.term(id);
      if (mentions.isEmpty()) {
        writer.deleteDocuments(key);
      } else {
        long date =
            item.flatMap(Article::publishedAt).map(Instant::toEpochMilli).orElse(Schema.NO_DATE);
        put(key, mapper.document(id, mentions, item), date);
      }
    });
  }

  @Override
  public void putFile(IndexedFile file) {
    var document = new Document();
    document.add(new StringField(Schema.FILE_PATH, file.path(), Field.Store.NO));
    document.add(new BinaryDocValuesField(Schema.FILE_STATE, new BytesRef(FileCodec.encode(file))));
    document.add(new NumericDocValuesField(Schema.ID_ORDER, Long.MAX_VALUE)); // after all items
    TextFields.addNone(document);
    writing(() -> put(new Term(Schema.FILE_PATH, file.path()), document, Schema.NO_DATE));
  }

  private void put(Term key, Document document, long date) throws IOException {
    if (startsEmpty) {
      runs.add(document, date);
    } else {
      writer.updateDocument(key, document);
    }
  }

  @Override
  public void deleteFile(String path) {
    writing(() -> writer.deleteDocuments(new Term(Schema.FILE_PATH, path)));
  }

  @Override
  public List<ArticleId> withoutVector() {
    return vectors.space().isEmpty()
        ? List.of()
        : reading(List.of(), index -> index.without(Schema.vector(vectors.space().get())));
  }

  @Override
  public void rememberVector(String text, Function<String, Vector> embed) {
    writing(() -> vectors.remember(text, embed));
  }

  @Override
  public Path scratchFolder() {
    return generations.path(SCRATCH);
  }

  @Override
  public void publish(ReindexProgress progress) {
    merging.tell(progress);
    writing(() -> {
      if (startsEmpty) {
        runs.mergeInto(writer);
      }
      writer.setLiveCommitData(
          Map.of(
                  CODEC,
                  String.valueOf(ArticleCodec.VERSION),
                  FINGERPRINT,
                  Schema.fingerprint(settings),
                  COMMITTED_AT,
                  Instant.now().toString())
              .entrySet());
      writer.commit();
      if (startsEmpty) {
        generations.publish(generation);
      }
      vectors.trim(writer.getDocStats().numDocs);
    });
  }

  @Override
  public void close() {
    writing(() -> {
      try (lock) {
        try (directory;
            vectors;
            runs) {
          writer.rollback();
        }
        if (published != null) {
          published.close();
        }
        Generations.delete(generations.path(SCRATCH));
        if (startsEmpty && !generations.current().equals(Optional.of(generation))) {
          Generations.delete(generations.path(generation));
        }
      }
    });
  }

  private <T> T reading(T none, Read<T> read) {
    try {
      return published == null ? none : read.from(published);
    } catch (UncheckedIOException spooling) {
      throw spooling;
    } catch (IOException e) {
      throw failed(generations, "read", e);
    } catch (RuntimeException e) {
      // A bug, unless what was read is not what was written.
      throw IndexFiles.damage(generations).isPresent() ? failed(generations, "read", e) : e;
    }
  }

  private void writing(Write write) {
    try {
      write.run();
    } catch (IOException | AlreadyClosedException e) {
      throw failed(generations, "write to", e);
    } catch (RuntimeException e) {
      throw IndexFiles.damage(generations).isPresent() ? failed(generations, "write to", e) : e;
    }
  }

  /** Lets a failed merge close the writer, as it does, whose user is told; and prints nothing. */
  private static final class SilentMerges extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable failure) {}
  }

  /** Tells how far the merge of a fresh index is, which is most of what it takes to publish it. */
  private static final class Merging implements GroupedTerms.Progress {
    private volatile ReindexProgress listener = ReindexProgress.SILENT;

    void tell(ReindexProgress progress) {
      listener = progress;
    }

    @Override
    public void written(int groups, int of) {
      listener.report(Phase.PUBLISHING, groups, of);
    }
  }

  private interface Read<T> {
    T from(PublishedIndex index) throws IOException;
  }

  private interface Write {
    void run() throws IOException;
  }
}
