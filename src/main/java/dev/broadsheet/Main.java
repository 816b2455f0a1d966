package dev.broadsheet;

import dev.broadsheet.cli.CommandLineInterface;
import dev.broadsheet.cli.Environment;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Hands the arguments to the command line and sets the exit status. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its status. */
  public static void main(String[] arguments) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    var signal = new ShutdownSignal();
    int status = new CommandLineInterface(Environment.ofProcess(signal)).run(arguments);
    signal.finish(status);
    System.exit(status);
  }
}
