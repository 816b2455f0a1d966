package dev.broadsheet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks queries, with a thread for each caller, and measures each answer's latency. One run goes on
 * in the list of queries where the last one ended.
 */
final class Load implements AutoCloseable {
  private static final long CLOSED = 0;

  private final QueryFile queries;
  private final List<? extends Caller> callers;
  private final AtomicLong next = new AtomicLong();

  Load(QueryFile queries, List<? extends Caller> callers) {
    this.queries = queries;
    this.callers = callers;
  }

  /** Each caller asks as soon as it has an answer; latencies count from the request. */
  LoadReport closed(Duration duration) {
    return run(duration, CLOSED);
  }

  /**
   * Requests are due at a fixed rate, whether earlier ones are answered or not; latencies count
   * from when a request was due, so that the wait for a free caller is part of them.
   *
   * @param rate requests a second
   */
  LoadReport open(Duration duration, double rate) {
    return run(duration, (long) (1e9 / rate));
  }

  private LoadReport run(Duration duration, long interval) {
    long firstDue = next.get();
    long cpu = processorTime();
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    List<Callable<LoadTally>> threads = new ArrayList<>();
    for (Caller caller : callers) {
      threads.add(() -> {
        var tally = new LoadTally();
        while (true) {
          long number = next.getAndIncrement();
          long from = interval == CLOSED ? System.nanoTime() : start + (number - firstDue) * interval;
          if (from >= end) {
            break;
          }
          await(from);
          int query = (int) (number % queries.size());
          // What was due and could not even be sent counts too, or a slow server would look fast.
          boolean tooLate = interval != CLOSED && System.nanoTime() >= end;
          int status = tooLate ? Caller.NO_ANSWER : caller.call(query);
          tally.add(queries.classes().get(query), status, System.nanoTime() - from);
        }
        return tally;
      });
    }
    List<LoadTally> tallies = all(threads);
    long took = System.nanoTime() - start;
    return LoadReport.of(tallies, Duration.ofNanos(took), Duration.ofNanos(processorTime() - cpu));
  }

  private static void await(long time) {
    for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static <T> List<T> all(List<Callable<T>> tasks) {
    try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of this process, all threads, in nanoseconds. */
  private static long processorTime() {
    var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return system.getProcessCpuTime();
  }

  @Override
  public void close() {
    try {
      for (Caller caller : callers) {
        caller.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
