package dev.broadsheet.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  }

  /**
   * Does a piece of work when its turn comes, and waits for that. What the work throws is thrown
   * here.
   *
   * @throws OverloadedException where it was not begun, as too many others wait or it waited too
   *     long
   */
  <T> T run(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    try {
      threads.execute(task);
    } catch (RejectedExecutionException full) {
      throw new OverloadedException(
          "too many requests wait already (" + load.waiting() + "); try again in a moment");
    }
    return outcome(task);
  }

  private <T> T outcome(FutureTask<T> task) {
    try {
      return finished(task);
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

  private <T> T finished(FutureTask<T> task) throws ExecutionException, InterruptedException {
    try {
      return task.get(load.longestWait().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      // What has begun is better finished: its client has waited for most of it.
      if (threads.remove(task)) {
        throw new OverloadedException(
            "its turn did not come within "
                + load.longestWait().toMillis()
                + " ms; try again in a moment");
      }
      return task.get();
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
  }
}
