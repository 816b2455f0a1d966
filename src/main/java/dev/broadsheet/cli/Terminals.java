package dev.broadsheet.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where this process prints to. The launcher knows and says so in system properties.
 * Without it, Linux tells by the name of what is open; elsewhere the JDK tells of input and output
 * together.
 */
final class Terminals {
  private static final String TERMINALS = "broadsheet.terminals";
  private static final String COLUMNS = "broadsheet.columns";
  private static final int USUAL_WIDTH = 80;

  private Terminals() {}

  /** The screen behind an open file of this process, by its number. */
  static Screen screen(PrintStream stream, int number, Map<String, String> variables) {
    if (!isTerminal(number)) {
      return Screen.plain(stream);
    }
    boolean dumb = variables.getOrDefault("TERM", "").equals("dumb");
    boolean color = !dumb && variables.getOrDefault("NO_COLOR", "").isEmpty();
    return new Screen(Screen.print(stream), !dumb, color, width(variables));
  }

  private static boolean isTerminal(int number) {
    String known = System.getProperty(TERMINALS);
    if (known != null) {
      return List.of(known.split(",", -1)).contains(String.valueOf(number));
    }
    Path open = Path.of("/proc/self/fd/" + number);
    try {
      String target = Files.readSymbolicLink(open).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
  }

  private static int width(Map<String, String> variables) {
    return positive(variables.get("COLUMNS"))
        .or(() -> positive(System.getProperty(COLUMNS)))
        .orElse(USUAL_WIDTH);
  }

  private static Optional<Integer> positive(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(digits -> digits.matches("[1-9][0-9]{0,3}"))
        .map(Integer::valueOf);
  }
}
