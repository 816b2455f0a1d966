package dev.broadsheet.cli;

import dev.broadsheet.app.Application;
import dev.broadsheet.app.Logs;
import dev.broadsheet.config.Config;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Takes the arguments of the command and does what they say. */
public final class CommandLineInterface {
  private final Session session;
  private final Failures failures;

  /**
   * Over the real application.
   *
   * @param environment what surrounds the command
   */
  public CommandLineInterface(Environment environment) {
    this(environment, CommandLineInterface::wired);
  }

  private static Application wired(Config config, Clock clock) {
    Logs.apply(config.log());
    return Application.of(config, clock);
  }

  CommandLineInterface(
      Environment environment, BiFunction<Config, Clock, Application> applications) {
    this.session = new Session(environment, applications);
    this.failures = new Failures(session);
  }

  /**
   * Runs a command to its end.
   *
   * @return the exit status: see {@link ExitStatus}
   */
  public int run(String... arguments) {
    CommandLine commands = commands(arguments.length == 0 ? "" : arguments[0]);
    int status = execute(commands, ExcludedWords.moveToTheEnd(commands, arguments));
    boolean outputIsLost = session.out().stream().checkError();
    return status == ExitStatus.DONE && outputIsLost ? ExitStatus.FAILED : status;
  }

  private int execute(CommandLine commands, String... arguments) {
    try {
      return commands.execute(arguments);
    } catch (OutOfMemoryError e) {
      return failures.outOfMemory();
    }
  }

  /**
   * The one that is meant, as the model of each takes time to be made; or all commands, where none
   * is, or the one that tells of all.
   */
  private CommandLine commands(String first) {
    Map<String, Supplier<Callable<Integer>>> all = new LinkedHashMap<>();
    all.put(ServeCommand.NAME, () -> new ServeCommand(session));
    all.put(ReindexCommand.NAME, () -> new ReindexCommand(session));
    all.put(SearchCommand.NAME, () -> new SearchCommand(session));
    all.put(CheckCommand.NAME, () -> new CheckCommand(session));
    all.put(StatsCommand.NAME, () -> new StatsCommand(session));
    all.put(HealthCommand.NAME, () -> new HealthCommand(session));
    all.put(ConfigCommand.NAME, () -> new ConfigCommand(session));
    all.put(CompletionCommand.NAME, () -> new CompletionCommand(session));
    all.put(RehearseCommand.NAME, () -> new RehearseCommand(session));
    if (all.containsKey(first) && !first.equals(CompletionCommand.NAME)) {
      all.keySet().retainAll(Set.of(first));
    }
    var root = new CommandLine(new RootCommand(session));
    all.forEach((name, command) -> root.addSubcommand(name, command.get()));
    root.setOut(new PrintWriter(session.out().stream(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(session.err().stream(), true, StandardCharsets.UTF_8))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(session.out().hasColor() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(Math.max(60, Math.min(session.out().width(), Screen.PLAIN_WIDTH)))
        // A word such as @facebook is looked for, and is not the name of a file with arguments.
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(failures::wrongUsage)
        .setExecutionExceptionHandler(failures::failed);
    root.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().usageMessage().abbreviateSynopsis(true));
    return root;
  }
}
