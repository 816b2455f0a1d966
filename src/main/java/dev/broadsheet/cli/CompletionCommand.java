package dev.broadsheet.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options. */
@Command(
    name = CompletionCommand.NAME,
    description = {
      "Print a script that lets bash or zsh complete commands and options.",
      "To be read by the shell when it starts: source <(broadsheet completion bash)"
    })
final class CompletionCommand implements Callable<Integer> {
  static final String NAME = "completion";

  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();

  /** One script serves both: in zsh it turns on the completion of bash. */
  enum Shell {
    /** The GNU shell. */
    bash,
    /** The Z shell. */
    zsh
  }

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  Shell shell = Shell.bash;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.out().stream().print(AutoComplete.bash("broadsheet", spec.parent().commandLine()));
    return ExitStatus.DONE;
  }
}
