package dev.broadsheet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Lets {@code search facebook -twitter} be written as in a search box: a word with one dash before
 * it is no option, and goes behind {@code --}, where words stand that look like options.
 */
final class ExcludedWords {
  private ExcludedWords() {}

  /** The arguments in the order in which picocli takes them; of other commands, as they are. */
  static String[] moveToTheEnd(CommandLine commands, String[] arguments) {
    if (arguments.length == 0 || !arguments[0].equals(SearchCommand.NAME)) {
      return arguments;
    }
    CommandSpec search =
        Objects.requireNonNull(commands.getSubcommands().get(SearchCommand.NAME)).getCommandSpec();
    List<String> kept = new ArrayList<>();
    List<String> moved = new ArrayList<>();
    boolean optionsEnded = false;
    for (String argument : arguments) {
      optionsEnded |= argument.equals("--");
      boolean isValue = !kept.isEmpty() && takesValue(search, kept.getLast());
      if (!optionsEnded && !isValue && isExcludedWord(search, argument)) {
        moved.add(argument);
      } else {
        kept.add(argument);
      }
    }
    if (!moved.isEmpty() && !optionsEnded) {
      kept.add("--");
    }
    kept.addAll(moved);
    return kept.toArray(String[]::new);
  }

  private static boolean isExcludedWord(CommandSpec search, String argument) {
    return argument.length() > 1
        && argument.charAt(0) == '-'
        && argument.charAt(1) != '-'
        && search.findOption(argument) == null;
  }

  private static boolean takesValue(CommandSpec search, String argument) {
    OptionSpec option = argument.startsWith("-") ? search.findOption(argument) : null;
    return option != null && option.arity().max() > 0;
  }
}
