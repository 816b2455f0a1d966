package dev.broadsheet.app;

import dev.broadsheet.http.ReindexControl;
import dev.broadsheet.http.ReindexState;
import dev.broadsheet.http.ReindexState.Trigger;
import dev.broadsheet.indexing.IndexLockedException;
import dev.broadsheet.indexing.ReindexProgress;
import dev.broadsheet.indexing.ReindexReport;
import dev.broadsheet.indexing.ReindexRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reindexes beside the server, one at a time. Whoever starts one is told at once whether it could
 * begin; how it ended is in {@link #state}, in the log, and in a result to wait for.
 */
final class BackgroundReindex implements ReindexControl, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundReindex.class);

  /** As long as a stop waits for requests; what is not done then is left as by a crash. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  private final Work work;
  private final Clock clock;
  private final Map<String, LongAdder> ended = new ConcurrentHashMap<>();
  private volatile ReindexState state = ReindexState.NONE;
  private Optional<Thread> thread = Optional.empty();
  private boolean closed;

  BackgroundReindex(Work work, Clock clock) {
    this.work = work;
    this.clock = clock;
    OUTCOMES.forEach(outcome -> ended.put(outcome, new LongAdder()));
  }

  /** What is done. */
  interface Work {
    ReindexReport run(ReindexRequest request, ReindexProgress progress);
  }

  @Override
  public Start start(Wish how) {
    return start(new ReindexRequest(how.full(), how.strict(), how.force()), Trigger.ADMIN);
  }

  /** Begins one, and waits until it holds the lock of the index or can't get it. */
  Start start(ReindexRequest request, Trigger trigger) {
    var begun = new CompletableFuture<Start>();
    synchronized (this) {
      if (closed || state.running().isPresent()) {
        return Start.RUNNING;
      }
      var run = new Run(request, trigger, clock.instant());
      progress(run, new ReindexState.Progress("starting", "steps", 0, 1));
      thread =
          Optional.of(
              Thread.ofPlatform().daemon().name("reindex").start(() -> execute(run, begun)));
    }
    return begun.join();
  }

  /** Waits for the end of the one that runs, if there is one. */
  void await() throws InterruptedException {
    Optional<Thread> running;
    synchronized (this) {
      running = thread;
    }
    if (running.isPresent()) {
      running.get().join();
    }
  }

  /** One of them. */
  private record Run(ReindexRequest request, Trigger trigger, Instant since) {}

  private void execute(Run run, CompletableFuture<Start> begun) {
    try {
      ReindexReport report =
          work.run(
              run.request(),
              (phase, done, total) -> {
                progress(run, ReindexStates.progress(phase, done, total));
                begun.complete(Start.STARTED);
              });
      end(ReindexStates.ended(run.trigger(), run.since(), clock.instant(), report));
    } catch (IndexLockedException locked) {
      state = new ReindexState(Optional.empty(), state.last());
      begun.complete(Start.LOCKED);
    } catch (RuntimeException | Error failure) {
      LOG.error("A reindex failed; the index is what it was", failure);
      end(
          ReindexStates.failed(
              run.trigger(), run.request().full(), run.since(), clock.instant(), failure));
    } finally {
      begun.complete(Start.STARTED);
    }
  }

  private void progress(Run run, ReindexState.Progress progress) {
    var running =
        new ReindexState.Running(run.trigger(), run.request().full(), run.since(), progress);
    state = new ReindexState(Optional.of(running), state.last());
  }

  private void end(ReindexState.Ended last) {
    ended.getOrDefault(last.outcome(), new LongAdder()).increment();
    state = new ReindexState(Optional.empty(), Optional.of(last));
    ReindexLog.tell(last);
  }

  @Override
  public ReindexState state() {
    return state;
  }

  @Override
  public long ended(String outcome) {
    return ended.getOrDefault(outcome, new LongAdder()).sum();
  }

  /** Begins no more, and gives the one that runs some time to end. */
  @Override
  public void close() {
    Optional<Thread> running;
    synchronized (this) {
      closed = true;
      running = thread;
    }
    try {
      if (running.isPresent() && !running.get().join(STOP_TIMEOUT)) {
        LOG.warn("A reindex was cut short; the index is what it was, and the next one goes on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
