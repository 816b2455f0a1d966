package dev.broadsheet.corpus;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of work that other threads may take over, and whose results come in the order of the
 * pieces. The thread that hands them in does itself what nobody has begun when a result is due, so
 * that it never waits for a thread that is not there.
 *
 * @param <T> a result
 */
final class SharedWork<T> {
  /** Enough that nobody runs out of work, and few enough to be held in memory. */
  private static final int MOST_PENDING = 2 * Runtime.getRuntime().availableProcessors() + 2;

  private final Executor helpers;
  private final Consumer<T> results;
  private final Deque<Piece<T>> pending = new ArrayDeque<>();

  /**
   * Begins with none.
   *
   * @param helpers threads that may help; may run what is handed to them late, or never
   * @param results takes the results, in the thread that hands in the pieces
   */
  SharedWork(Executor helpers, Consumer<T> results) {
    this.helpers = helpers;
    this.results = results;
  }

  /** Hands in a piece of work. */
  void add(Callable<T> work) {
    var piece = new Piece<T>(work);
    pending.add(piece);
    helpers.execute(piece);
    while (pending.size() > MOST_PENDING) {
      takeFirst();
    }
  }

  /** Waits for all. */
  void finish() {
    while (!pending.isEmpty()) {
      takeFirst();
    }
  }

  private void takeFirst() {
    Piece<T> first = pending.element();
    for (Piece<T> piece : pending) {
      if (first.isDone()) {
        break;
      }
      piece.run(); // does nothing where another thread has begun it
    }
    pending.remove();
    results.accept(first.take());
  }

  /**
   * A piece of work. Helpers that are busy keep it in their queue long after it was done here, so
   * that it must not hold its result, of which there may be more than fit into memory.
   */
  private static final class Piece<T> implements Runnable {
    private final AtomicReference<@Nullable FutureTask<T>> task;

    Piece(Callable<T> work) {
      this.task = new AtomicReference<>(new FutureTask<>(work));
    }

    @Override
    public void run() {
      FutureTask<T> wanted = task.get();
      if (wanted != null) {
        wanted.run();
      }
    }

    boolean isDone() {
      FutureTask<T> wanted = task.get();
      return wanted == null || wanted.isDone();
    }

    /** Waits for the result, and gives it away: once. */
    T take() {
      try {
        return Objects.requireNonNull(task.getAndSet(null), "taken before").get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException unchecked) {
          throw unchecked;
        }
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }
}
