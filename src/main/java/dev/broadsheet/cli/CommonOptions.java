package dev.broadsheet.cli;

import dev.broadsheet.config.ConfigLoader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has. */
final class CommonOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  @Option(
      names = "--corpus",
      paramLabel = "FOLDER",
      description = "The articles (default: corpus, beside the launcher).")
  Optional<String> corpus = Optional.empty();

  @Option(
      names = "--index",
      paramLabel = "FOLDER",
      description = "What is built from them (default: index, beside the launcher).")
  Optional<String> index = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The settings file (default: broadsheet.yaml, here or beside the launcher).")
  Optional<String> config = Optional.empty();

  @Option(
      names = {"-v", "--verbose"},
      description = "Show where in the program a failure came from.")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  Optional<String> file() {
    return config;
  }

  /** The flags that were given and are settings, as typed, with their values. */
  Map<String, String> settingFlags() {
    Map<String, String> flags = new LinkedHashMap<>();
    for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
      if (ConfigLoader.isSettingFlag(option.longestName())) {
        flags.put(option.longestName(), String.join("", option.originalStringValues()));
      }
    }
    return flags;
  }
}
