package dev.broadsheet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What stands before the commands. */
@Command(
    name = "broadsheet",
    description = "Full-text search over a corpus of news articles kept as files.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = RootCommand.Version.class,
    footer = {
      "",
      "Settings: built-in defaults, then broadsheet.yaml, then BROADSHEET_* environment variables",
      "(BROADSHEET_PORT, BROADSHEET_CORPUS, BROADSHEET_QUALITY_WEIGHT, ...), then flags. Default",
      "paths are relative to the launcher's folder, those in broadsheet.yaml to that file, those",
      "of variables and flags to where you are.",
      "",
      "Exit status: 0 done; 1 failed; 2 wrong usage; 3 files were rejected and --strict was given;",
      "4 refused, as the corpus is empty or most of it is gone or rejected, without --force."
    })
final class RootCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help; each command has its own.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  RootCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(session.err().stream());
    return ExitStatus.WRONG_USAGE;
  }

  /** Reads the version from the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = RootCommand.class.getPackage().getImplementationVersion();
      return new String[] {"Broadsheet " + (version == null ? "(not from a jar)" : version)};
    }
  }
}
