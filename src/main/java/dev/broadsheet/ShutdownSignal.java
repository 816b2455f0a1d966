package dev.broadsheet;

import dev.broadsheet.cli.StopSignal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * An interrupt or SIGTERM. The process then ends with the status of the command, when that has
 * finished, and not with the one that a JVM has for signals.
 */
final class ShutdownSignal implements StopSignal {
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CompletableFuture<Integer> status = new CompletableFuture<>();

  @Override
  public void await() throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "shutdown"));
    stop.await();
  }

  private void shutDown() {
    stop.countDown();
    Runtime.getRuntime().halt(status.join());
  }

  /** Says that the command has finished. */
  void finish(int exitStatus) {
    status.complete(exitStatus);
  }
}
