package dev.broadsheet.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Asks the queries of a list, several at once, and measures each answer's latency. One run goes on
 * in the list where the last one ended.
 */
interface Load extends AutoCloseable {
  /** Each asks again as soon as it has an answer; latencies count from the request. */
  LoadReport closed(Duration duration);

  /** Of this process, all threads, in nanoseconds. */
  static long processorTime() {
    var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return system.getProcessCpuTime();
  }

  /** Closes what connections there are; the next run opens them again. */
  @Override
  void close();
}
