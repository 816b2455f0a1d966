package dev.broadsheet.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What surrounds a command.
 *
 * @param variables of the environment
 * @param workingFolder what relative paths are relative to
 * @param out takes data
 * @param err takes messages and progress
 * @param clock tells the time
 * @param stopSignal says when a server is to stop
 */
public record Environment(
    Map<String, String> variables,
    Path workingFolder,
    Screen out,
    Screen err,
    Clock clock,
    StopSignal stopSignal) {
  /** Copies the variables. */
  public Environment {
    variables = Map.copyOf(variables);
  }

  /** That of this process. */
  public static Environment ofProcess(StopSignal stopSignal) {
    Map<String, String> variables = System.getenv();
    return new Environment(
        variables,
        Path.of("").toAbsolutePath(),
        Terminals.screen(System.out, 1, variables),
        Terminals.screen(System.err, 2, variables),
        Clock.systemUTC(),
        stopSignal);
  }
}
