package dev.broadsheet.cli;

/** Says when a server is to stop. */
@FunctionalInterface
public interface StopSignal {
  /** Comes back when it is time to stop. */
  void await() throws InterruptedException;
}
