package dev.broadsheet.indexing;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Adds up what all threads spend their time on. */
final class WorkTimes {
  private final long start;
  private final LongAdder reading = new LongAdder();
  private final LongAdder engine = new LongAdder();
  private final LongAdder merging = new LongAdder();

  /** Begins at a moment of {@link System#nanoTime}. */
  WorkTimes(long start) {
    this.start = start;
  }

  <T> T reading(Supplier<T> work) {
    return timed(reading, work);
  }

  void reading(Runnable work) {
    timed(reading, work);
  }

  void merging(Runnable work) {
    timed(merging, work);
  }

  <T> T merging(Supplier<T> work) {
    return timed(merging, work);
  }

  <T> T engine(Supplier<T> work) {
    return timed(engine, work);
  }

  void engine(Runnable work) {
    timed(engine, work);
  }

  ReindexReport.Timing timing() {
    return new ReindexReport.Timing(
        Duration.ofNanos(System.nanoTime() - start),
        Duration.ofNanos(reading.sum()),
        Duration.ofNanos(engine.sum()),
        Duration.ofNanos(merging.sum()));
  }

  private static void timed(LongAdder adder, Runnable work) {
    long from = System.nanoTime();
    try {
      work.run();
    } finally {
      adder.add(System.nanoTime() - from);
    }
  }

  private static <T> T timed(LongAdder adder, Supplier<T> work) {
    long from = System.nanoTime();
    try {
      return work.get();
    } finally {
      adder.add(System.nanoTime() - from);
    }
  }
}
