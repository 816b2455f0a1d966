package dev.broadsheet.app;

import dev.broadsheet.http.ReindexState.Trigger;
import dev.broadsheet.indexing.ReindexRequest;
import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reindexes when the corpus changes. What changed is found by the reindex itself; all that is
 * needed here is that something did, and that it is over: an editor renames files about, and a pull
 * writes hundreds of them.
 */
final class CorpusWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CorpusWatch.class);

  /** An editor's save is over sooner, and the file is found within a second of it. */
  static final Duration QUIET = Duration.ofMillis(300);

  /** Time between two tries to get the lock that another process has. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Path corpus;
  private final BackgroundReindex reindexes;
  private final Changes changes;
  private final DirectoryWatcher watcher;
  private final Thread thread;

  private CorpusWatch(Path corpus, BackgroundReindex reindexes, Changes changes)
      throws IOException {
    this.corpus = corpus;
    this.reindexes = reindexes;
    this.changes = changes;
    this.watcher =
        DirectoryWatcher.builder()
            .path(corpus)
            // Each file would be read to tell whether it really changed, which reindex does anyway.
            .fileHashing(false)
            .listener(new Listener())
            .build();
    this.thread = Thread.ofPlatform().daemon().name("corpus-watch").unstarted(this::follow);
  }

  /**
   * Begins to watch, and reindexes once, for what changed while nobody watched.
   *
   * @param quiet how long nothing has to change before a change is taken to be over
   * @throws IOException where the folder can't be watched
   */
  static CorpusWatch start(Path corpus, BackgroundReindex reindexes, Duration quiet)
      throws IOException {
    // The real path: that is what events tell, also where the corpus is a link.
    var watch = new CorpusWatch(corpus.toRealPath(), reindexes, new Changes(quiet));
    var _ = watch.watcher.watchAsync().whenComplete((_, trouble) -> watch.ended(trouble));
    watch.changes.tell();
    watch.thread.start();
    return watch;
  }

  /** With trouble, or because it was closed. */
  private void ended(@Nullable Throwable trouble) {
    if (trouble != null) {
      LOG.error("Nobody watches {} any more; a restart will", corpus, trouble);
    }
  }

  private void follow() {
    try {
      while (true) {
        changes.await();
        reindex();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void reindex() throws InterruptedException {
    switch (reindexes.start(ReindexRequest.DEFAULT, Trigger.WATCH)) {
      case STARTED -> reindexes.await();
      case RUNNING -> {
        reindexes.await();
        changes.tell();
      }
      case LOCKED -> {
        Thread.sleep(RETRY);
        changes.tell();
      }
    }
  }

  @Override
  public void close() {
    try {
      watcher.close();
    } catch (IOException e) {
      LOG.warn("can't end watching {}", corpus, e);
    }
    thread.interrupt();
  }

  /** Called by the watcher's thread. */
  private final class Listener implements DirectoryChangeListener {
    @Override
    public void onEvent(DirectoryChangeEvent event) {
      if (event.path() == null || !isPassedOver(event.path())) {
        changes.tell();
      }
    }

    /** What the corpus passes over: a pull writes more below {@code .git} than beside it. */
    private boolean isPassedOver(Path path) {
      if (!path.startsWith(corpus)) {
        return false;
      }
      for (Path part : corpus.relativize(path)) {
        if (part.toString().startsWith(".")) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void onException(Exception trouble) {
      LOG.warn("Watching {} is in trouble; going on", corpus, trouble);
      changes.tell();
    }
  }
}
