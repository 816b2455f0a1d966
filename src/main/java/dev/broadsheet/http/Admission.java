package dev.broadsheet.http;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Makes so many answers at once as the settings say, lets some more requests wait for their turn,
 * and turns the rest away. Safe for use by many threads.
 *
 * <p>Answers are made by threads of the platform, while requests are read and answers sent by
 * virtual ones. A search is all work and no waiting, and a virtual thread gives its processor back
 * only when it waits: on virtual threads, searches would queue where no one can see and bound it,
 * before their requests are even read, and with them all that could be answered at once. Lucene
 * also keeps the tools that take a text apart for each thread, which few threads use again and
 * again.
 */
final class Admission implements AutoCloseable {
  private final ThreadPoolExecutor threads;
  private final Thread impatience;
  private final HttpSettings.Load load;

  Admission(HttpSettings.Load load) {
    this.load = load;
    this.threads =
        new ThreadPoolExecutor(
            load.running(),
            load.running(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(load.waiting()),
            Thread.ofPlatform().daemon().name("answer-", 1).factory());
    this.impatience = Thread.ofVirtual().name("answer-impatience").start(this::turnAwayTheLate);
  }

  /**
   * Does a piece of work when its turn comes, and waits for that. What the work throws is thrown
   * here.
   *
   * @throws OverloadedException where it was not begun, as too many others wait or it waited too
   *     long
   */
  <T> T run(Supplier<T> work) {
    var task = new Turn<T>(work);
    try {
      threads.execute(task);
    } catch (RejectedExecutionException full) {
      throw new OverloadedException(
          "too many requests wait already (" + load.waiting() + "); try again in a moment");
    }
    return outcome(task);
  }

  private <T> T outcome(Turn<T> task) {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case RuntimeException thrown -> throw thrown;
        case Error thrown -> throw thrown;
        case null, default -> throw new IllegalStateException(failed);
      }
    } catch (InterruptedException stopping) {
      threads.remove(task);
      Thread.currentThread().interrupt();
      throw new OverloadedException("the server is stopping");
    }
  }

  /** Work, and since when it waits. */
  private static final class Turn<T> extends FutureTask<T> {
    private final long since = System.nanoTime();

    Turn(Supplier<T> work) {
      super(work::get);
    }

    void turnAway(Duration longestWait) {
      setException(
          new OverloadedException(
              "its turn did not come within "
                  + longestWait.toMillis()
                  + " ms; try again in a moment"));
    }
  }

  /**
   * One thread looks at who has waited longest. If each waited for itself no longer than it may, it
   * would set an alarm clock for each request, and wake the thread of the clocks: 3 % of all that a
   * server does.
   */
  private void turnAwayTheLate() {
    try {
      while (true) {
        Turn<?> oldest = (Turn<?>) threads.getQueue().peek();
        long waited = oldest == null ? 0 : System.nanoTime() - oldest.since;
        long left = load.longestWait().toNanos() - waited;
        // A thread that is free is about to take it.
        if (oldest == null || left > 0 || running() < load.running()) {
          Thread.sleep(Math.max(1, Duration.ofNanos(left).toMillis()));
        } else if (threads.remove(oldest)) {
          // What has begun is better finished: its client has waited for most of it.
          oldest.turnAway(load.longestWait());
        }
      }
    } catch (InterruptedException closed) {
      // No one waits any more.
    }
  }

  /** How many answers are being made. */
  int running() {
    return threads.getActiveCount();
  }

  /** How many requests wait for their turn. */
  int waiting() {
    return threads.getQueue().size();
  }

  /** Takes no more work. What runs goes on, but keeps no program from its end. */
  @Override
  public void close() {
    threads.shutdown();
    impatience.interrupt();
  }
}
