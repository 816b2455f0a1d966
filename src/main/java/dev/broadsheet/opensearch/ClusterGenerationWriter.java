package dev.broadsheet.opensearch;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Mention;
import dev.broadsheet.article.Sha256;
import dev.broadsheet.indexing.ArticleCodec;
import dev.broadsheet.indexing.FileCodec;
import dev.broadsheet.indexing.GenerationWriter;
import dev.broadsheet.indexing.IndexWriteException;
import dev.broadsheet.indexing.IndexedFile;
import dev.broadsheet.indexing.ReindexProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes the index behind the alias, or builds another beside it and moves the alias. What goes to
 * the index behind the alias is kept in a file of this machine until it is published, so that a
 * writer that fails before leaves nothing behind.
 */
final class ClusterGenerationWriter implements GenerationWriter {
  private final Cluster cluster;
  private final OpenSearchSettings settings;
  private final WriteLock lock;
  private final Optional<IndexState> before;
  private final @Nullable View published;
  private final boolean startsEmpty;
  private final String index;
  private final Path scratch;
  private final BulkLoader loader;
  private final Spool spool;
  private final ItemDocument documents;
  private boolean isPublished;

  private ClusterGenerationWriter(
      Cluster cluster,
      OpenSearchSettings settings,
      WriteLock lock,
      Optional<IndexState> before,
      @Nullable View published,
      boolean full)
      throws IOException {
    this.cluster = cluster;
    this.settings = settings;
    this.lock = lock;
    this.before = before;
    this.published = published;
    String fingerprint = ClusterSchema.fingerprint(settings);
    this.startsEmpty =
        full || published == null || !before.orElseThrow().fingerprint().equals(fingerprint);
    this.index =
        startsEmpty
            ? Generations.next(settings.index().alias(), before.map(IndexState::index))
            : before.orElseThrow().index();
    this.scratch = Files.createTempDirectory("broadsheet-");
    this.loader = new BulkLoader(cluster, index);
    this.spool = new Spool(scratch.resolve("operations"));
    this.documents = new ItemDocument(settings);
  }

  static ClusterGenerationWriter open(
      Cluster cluster, OpenSearchSettings settings, boolean full, WriteLock lock)
      throws IOException {
    var generations = new Generations(cluster, settings);
    Optional<IndexState> before = generations.current();
    generations.deleteAllBut(before.map(IndexState::index));
    View published =
        before.isPresent() && before.get().isReadable()
            ? View.open(cluster, before.get().index())
            : null;
    try {
      var writer = new ClusterGenerationWriter(cluster, settings, lock, before, published, full);
      if (writer.startsEmpty) {
        generations.create(writer.index);
      }
      return writer;
    } catch (IOException | RuntimeException e) {
      if (published != null) {
        published.close();
      }
      throw e;
    }
  }

  @Override
  public boolean startsEmpty() {
    return startsEmpty;
  }

  @Override
  public Map<String, IndexedFile> publishedFiles() {
    Map<String, IndexedFile> files = new HashMap<>();
    reading(remembered -> remembered.files().forEach(file -> files.put(file.path(), file)));
    return files;
  }

  @Override
  public void publishedIds(String path, Consumer<ArticleId> consumer) {
    reading(remembered -> remembered.ids(path, consumer));
  }

  @Override
  public void publishedMentions(String path, Consumer<Mention> consumer) {
    reading(remembered -> remembered.mentions(path, consumer));
  }

  @Override
  public Map<ArticleId, List<Mention>> publishedMentions(Collection<ArticleId> ids) {
    Map<ArticleId, List<Mention>> mentions = new HashMap<>();
    if (!startsEmpty) {
      reading(remembered -> mentions.putAll(remembered.mentions(ids)));
    }
    return mentions;
  }

  @Override
  public void putItem(ArticleId id, List<Mention> mentions, Optional<Article> item) {
    if (mentions.isEmpty()) {
      put(id.value(), "");
    } else {
      // Mostly right; where articles share items, it is put right when all of them are there.
      ArticleId story = item.flatMap(it -> it.stories().stream().findFirst()).orElse(id);
      put(id.value(), documents.of(id, mentions, item, story).toString());
    }
  }

  @Override
  public void putFile(IndexedFile file) {
    ObjectNode document =
        Json.object(
            ClusterSchema.RECORD,
            ClusterSchema.FILE,
            ClusterSchema.FILE_STATE,
            ItemDocument.base64(FileCodec.encode(file)));
    put(fileId(file.path()), document.toString());
  }

  @Override
  public void deleteFile(String path) {
    put(fileId(path), "");
  }

  /** A path may be longer than an identity, and hold what one may not. */
  private static String fileId(String path) {
    return "file-" + HexFormat.of().formatHex(Sha256.of(path));
  }

  private void put(String id, String source) {
    writing(() -> {
      var operation = new BulkLoader.Operation(id, source);
      if (startsEmpty) {
        loader.add(operation);
      } else {
        spool.add(operation);
      }
    });
  }

  @Override
  public Path scratchFolder() {
    return scratch;
  }

  @Override
  public void publish(ReindexProgress progress) {
    writing(() -> {
      lock.requireHeld();
      if (!startsEmpty) {
        putState(before.orElseThrow().publishing(true));
        spool.forEach(loader::add);
      }
      loader.flush();
      refresh();
      if (new Stories(cluster, index, documents).putRight(loader)) {
        refresh();
      }
      putState(
          new IndexState(
              index,
              before.map(IndexState::number).orElse(0L) + 1,
              UUID.randomUUID().toString().substring(0, 8),
              Instant.now().truncatedTo(ChronoUnit.MILLIS),
              ClusterSchema.fingerprint(settings),
              ArticleCodec.VERSION,
              false));
      if (startsEmpty) {
        new Generations(cluster, settings).publish(index, before.map(IndexState::index));
      }
      isPublished = true;
    });
  }

  private void putState(IndexState state) throws IOException {
    cluster.put("/" + index + "/_doc/" + ClusterSchema.STATE, state.document());
  }

  private void refresh() throws IOException {
    cluster.post("/" + index + "/_refresh", Json.object());
  }

  @Override
  public void close() {
    try {
      loader.close();
      spool.close();
      if (published != null) {
        published.close();
      }
      if (startsEmpty && !isPublished) {
        cluster.delete("/" + index);
      }
      deleteScratch();
    } catch (IOException e) {
      throw new IndexWriteException("can't tidy up after writing: " + e.getMessage(), e);
    } finally {
      lock.close();
      cluster.close();
    }
  }

  private void deleteScratch() throws IOException {
    try (var files = Files.walk(scratch)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void reading(Read read) {
    if (published != null) {
      try {
        read.from(new Remembered(published));
      } catch (IOException e) {
        throw new IndexWriteException("can't read the index: " + e.getMessage(), e);
      }
    }
  }

  private void writing(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw new IndexWriteException("can't write to the cluster: " + e.getMessage(), e);
    }
  }

  private interface Read {
    void from(Remembered remembered) throws IOException;
  }

  private interface Write {
    void run() throws IOException;
  }
}
