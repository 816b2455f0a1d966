package dev.broadsheet.indexing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A fixed number of threads that do the same to many things. Who opens them closes them. */
public final class Workers implements Executor, AutoCloseable {
  private final int threads;
  private final ExecutorService executor;

  /** So many threads. */
  public Workers(int threads) {
    this.threads = threads;
    this.executor =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("worker-", 0).daemon().factory());
  }

  /** How many things are done at once. */
  public int threads() {
    return threads;
  }

  /**
   * The results, in the order of the things. If one fails, the others are not begun, and its
   * exception is thrown.
   */
  public <T, R> List<R> map(Collection<T> things, Function<T, R> work) {
    List<Future<R>> futures = new ArrayList<>(things.size());
    things.forEach(thing -> futures.add(executor.submit(() -> work.apply(thing))));
    try {
      List<R> results = new ArrayList<>(futures.size());
      for (Future<R> future : futures) {
        results.add(result(future));
      }
      return results;
    } finally {
      futures.forEach(future -> future.cancel(false));
    }
  }

  /**
   * Begins something beside what the caller does.
   *
   * @return waits for it, and gives its result or throws its exception
   */
  public <R> Supplier<R> begin(Supplier<R> work) {
    Future<R> future = executor.submit(work::get);
    return () -> result(future);
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Does something when a thread is free, after what was handed in before. */
  @Override
  public void execute(Runnable work) {
    executor.execute(work);
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    return switch (cause) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      case null -> new IllegalStateException("a worker failed without saying why");
      default -> new IllegalStateException(cause);
    };
  }

  /** Waits for what is being done. */
  @Override
  public void close() {
    executor.close();
  }
}
