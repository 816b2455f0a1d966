package dev.broadsheet.opensearch;

import dev.broadsheet.search.SearchEngineException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lends snapshots of an index, and follows what is published to it. While the cluster can't be
 * asked there is none, or the last one can't be read; it is tried again with each request.
 */
final class Snapshots implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
  private static final Duration INTERVAL = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A view that nobody searches is ended by the cluster after a few minutes. */
  private static final long USED_AGAIN_NANOS = Duration.ofMinutes(1).toNanos();

  private static final int ATTEMPTS = 40;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Cluster cluster;
  private final String alias;
  private final Thread follower;
  private volatile @Nullable Lent current;
  private volatile boolean closed;

  Snapshots(Cluster cluster, String alias) {
    this.cluster = cluster;
    this.alias = alias;
    this.follower = Thread.ofVirtual().name("index-follower").unstarted(this::follow);
  }

  void start() {
    follower.start();
  }

  /** What is done with a snapshot. */
  interface Borrower<T> {
    T use(Snapshot snapshot) throws IOException;
  }

  /**
   * Does something with a snapshot. Where the cluster has lost it, with a node that was stopped,
   * say, it is done again with another.
   */
  <T> T lend(Borrower<T> borrower) throws IOException {
    Lent lent = acquire();
    try {
      return borrower.use(lent.snapshot());
    } catch (ClusterException e) {
      if (e.isBusy()) {
        throw e;
      }
      LOG.debug("trying again with another view", e);
    } finally {
      lent.release();
    }
    refresh(lent);
    Lent another = acquire();
    try {
      return borrower.use(another.snapshot());
    } finally {
      another.release();
    }
  }

  private Lent acquire() throws IOException {
    while (!closed) {
      Lent lent = current;
      if (lent == null) {
        refresh(null);
      } else if (lent.tryAcquire()) {
        return lent;
      }
    }
    throw new SearchEngineException("the search engine is closed");
  }

  private void follow() {
    String lastFailure = "";
    long usedBefore = System.nanoTime();
    while (!closed) {
      try {
        Thread.sleep(INTERVAL);
        TimeLimit.within(
            PATIENCE,
            () -> {
              follow(current);
              return true;
            });
        if (System.nanoTime() - usedBefore > USED_AGAIN_NANOS) {
          usedBefore = System.nanoTime();
          TimeLimit.within(PATIENCE, () -> lend(Snapshots::use));
        }
        lastFailure = "";
      } catch (IOException | RuntimeException e) {
        if (!closed && !lastFailure.equals(e.toString())) {
          LOG.warn("can't follow the index {} in the cluster: {}", alias, e.getMessage());
        }
        lastFailure = e.toString();
      } catch (InterruptedException closing) {
        return;
      }
    }
  }

  private static boolean use(Snapshot snapshot) throws IOException {
    snapshot.view().count(Json.object("match_none", Json.object()));
    return true;
  }

  private void follow(@Nullable Lent known) throws IOException {
    IndexState state = state();
    if (known == null
        || (!state.publishing() && !state.version().equals(known.snapshot().state().version()))) {
      refresh(known);
    }
  }

  private IndexState state() throws IOException {
    try {
      var document = cluster.get("/" + alias + "/_doc/" + ClusterSchema.STATE);
      return IndexState.read(document.path("_index").asString(alias), document);
    } catch (ClusterException e) {
      if (e.isNotFound()) {
        throw new IOException(
            "there is no index " + alias + " in the cluster: 'broadsheet reindex' builds it", e);
      }
      throw e;
    }
  }

  /** Opens the newest state, unless another thread has done so. */
  private synchronized void refresh(@Nullable Lent known) throws IOException {
    Lent before = current;
    if (closed || before != known) {
      return;
    }
    current = new Lent(open());
    if (before != null) {
      before.release();
    }
  }

  /** A view of a state that no writer is just making visible, as far as that can be had. */
  private Snapshot open() throws IOException {
    for (int attempt = 0; ; attempt++) {
      IndexState state = state();
      if (!state.publishing() || attempt >= ATTEMPTS) {
        View view = View.open(cluster, state.index());
        if (state().version().equals(state.version()) || attempt >= ATTEMPTS) {
          return new Snapshot(view, state);
        }
        view.close();
      }
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    follower.interrupt();
    synchronized (this) {
      if (!closed) {
        closed = true;
        Lent last = current;
        if (last != null) {
          last.release();
        }
      }
    }
  }
}
