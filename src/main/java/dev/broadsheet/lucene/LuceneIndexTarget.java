package dev.broadsheet.lucene;

import dev.broadsheet.indexing.GenerationWriter;
import dev.broadsheet.indexing.IndexLockedException;
import dev.broadsheet.indexing.IndexTarget;
import dev.broadsheet.indexing.IndexWriteException;
import dev.broadsheet.meaning.VectorSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/** An index folder, to be written to. */
final class LuceneIndexTarget implements IndexTarget {
  private static final String LOCK = "write.lock";
  private static final String HOLDER = "WRITER";

  private final Path index;
  private final LuceneSettings settings;
  private final Optional<VectorSpace> space;

  LuceneIndexTarget(Path index, LuceneSettings settings, Optional<VectorSpace> space) {
    this.index = index;
    this.settings = settings;
    this.space = space;
  }

  @Override
  public GenerationWriter openWriter(boolean full) {
    try {
      Files.createDirectories(index);
      WriteLock lock = lock();
      try {
        return open(full, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new IndexWriteException(
          "can't write to the index " + index + ": " + FileTrouble.reason(e), e);
    }
  }

  private GenerationWriter open(boolean full, WriteLock lock) throws IOException {
    WrittenVectors vectors = WrittenVectors.open(index, space);
    try {
      return LuceneGenerationWriter.open(new Generations(index), settings, full, lock, vectors);
    } catch (IOException | RuntimeException e) {
      vectors.close();
      throw e;
    }
  }

  private WriteLock lock() throws IOException {
    FSDirectory folder = FSDirectory.open(index);
    Path holder = index.resolve(HOLDER);
    try {
      var lock = new WriteLock(folder, folder.obtainLock(LOCK), holder);
      sign(lock);
      return lock;
    } catch (LockObtainFailedException e) {
      folder.close();
      String who = Files.exists(holder) ? Files.readString(holder).strip() : "another process";
      throw new IndexLockedException("the index " + index + " is being written to by " + who);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static void sign(WriteLock lock) throws IOException {
    try {
      Files.writeString(
          lock.holder(),
          "process "
              + ProcessHandle.current().pid()
              + ", since "
              + Instant.now().truncatedTo(ChronoUnit.SECONDS)
              + "\n");
    } catch (IOException e) {
      try (Lock _ = lock.lock()) {
        Files.deleteIfExists(lock.holder());
      }
      throw e;
    }
  }

  /** Keeps other writers out until it is closed. */
  record WriteLock(FSDirectory folder, Lock lock, Path holder) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      Files.deleteIfExists(holder);
      lock.close();
      folder.close();
    }
  }
}
