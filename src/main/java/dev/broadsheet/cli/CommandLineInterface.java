package dev.broadsheet.cli;

import dev.broadsheet.app.Application;
import dev.broadsheet.app.Logs;
import dev.broadsheet.config.Config;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.BiFunction;
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
    var search = new CommandLine(new SearchCommand(session));
    String[] taken = ExcludedWords.moveToTheEnd(search.getCommandSpec(), arguments);
    int status = execute(commands(search), taken);
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

  private CommandLine commands(CommandLine search) {
    var root = new CommandLine(new RootCommand(session));
    root.addSubcommand(new ServeCommand(session))
        .addSubcommand(new ReindexCommand(session))
        .addSubcommand(search)
        .addSubcommand(new CheckCommand(session))
        .addSubcommand(new StatsCommand(session))
        .addSubcommand(new HealthCommand(session))
        .addSubcommand(new ConfigCommand(session))
        .addSubcommand(new CompletionCommand(session))
        .addSubcommand(new RehearseCommand(session))
        .setOut(new PrintWriter(session.out().stream(), true, StandardCharsets.UTF_8))
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
