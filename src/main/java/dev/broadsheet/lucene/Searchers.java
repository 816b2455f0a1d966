package dev.broadsheet.lucene;

import dev.broadsheet.search.SearchEngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lends snapshots of an index folder, and follows what is published to it. A snapshot is open as
 * long as somebody uses it; then it is closed by the last.
 */
final class Searchers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Searchers.class);
  private static final Duration INTERVAL = Duration.ofMillis(250);
  private static final int ATTEMPTS = 5;

  private final Generations generations;
  private final Thread follower;
  private volatile Snapshot current;
  private volatile boolean closed;

  private Searchers(Generations generations, Snapshot first) {
    this.generations = generations;
    this.current = first;
    this.follower = Thread.ofVirtual().name("index-follower").unstarted(this::follow);
  }

  static Searchers open(Path index) {
    var generations = new Generations(index);
    var searchers = new Searchers(generations, first(generations));
    searchers.follower.start();
    return searchers;
  }

  private static Snapshot first(Generations generations) {
    try {
      return open(generations, Optional.empty());
    } catch (IOException e) {
      throw explained(
          generations,
          new SearchEngineException(
              "can't read the index " + generations.index() + ": " + FileTrouble.reason(e), e));
    } catch (RuntimeException e) {
      throw explained(generations, e);
    }
  }

  /** A failure to read the index, as what it is where files are damaged. Reads all of them. */
  RuntimeException explained(RuntimeException failure) {
    return explained(generations, failure);
  }

  private static RuntimeException explained(Generations generations, RuntimeException failure) {
    return IndexFiles.damage(generations)
        .<RuntimeException>map(damage -> new SearchEngineException(damage.message(), failure))
        .orElse(failure);
  }

  /**
   * The newest state. A generation may be replaced and deleted between reading its name and opening
   * it: then there is another one to open.
   */
  private static Snapshot open(Generations generations, Optional<Snapshot> before)
      throws IOException {
    IOException failure = new IOException("nothing has been indexed yet");
    for (int i = 0; i < ATTEMPTS; i++) {
      Optional<String> name = generations.current();
      if (name.isEmpty()) {
        throw failure;
      }
      try {
        return Snapshot.open(generations.path(name.get()), name.get(), before);
      } catch (IOException e) {
        failure = e;
      }
    }
    throw failure;
  }

  /** Does something with a snapshot, which must not be used afterwards. */
  <T> T lend(Borrower<T> borrower) throws IOException {
    Snapshot snapshot = acquire();
    try {
      return borrower.use(snapshot);
    } finally {
      snapshot.release();
    }
  }

  private Snapshot acquire() {
    while (!closed) {
      Snapshot snapshot = current;
      if (snapshot.tryAcquire()) {
        return snapshot;
      }
    }
    throw new SearchEngineException("the search engine is closed");
  }

  private void follow() {
    String lastFailure = "";
    while (!closed) {
      try {
        Thread.sleep(INTERVAL);
        refresh();
        lastFailure = "";
      } catch (IOException | RuntimeException e) {
        if (!lastFailure.equals(e.toString())) {
          LOG.warn("can't follow the index {}; serving the last state", generations.index(), e);
        }
        lastFailure = e.toString();
      } catch (InterruptedException closing) {
        return;
      }
    }
  }

  /** Makes what was published since visible. */
  private synchronized void refresh() throws IOException {
    if (closed) {
      return;
    }
    Snapshot before = current;
    Snapshot newest = open(generations, Optional.of(before));
    if (newest != before) {
      current = newest;
      before.release();
      if (!newest.generation().equals(before.generation())) {
        before.closeGeneration();
      }
    }
  }

  @Override
  public void close() throws IOException {
    follower.interrupt();
    synchronized (this) {
      if (!closed) {
        closed = true;
        current.release();
        current.closeGeneration();
      }
    }
  }

  /** What is done with a snapshot. */
  interface Borrower<T> {
    T use(Snapshot snapshot) throws IOException;
  }
}
