package dev.broadsheet.cli;

import dev.broadsheet.app.InvalidSearchException;
import dev.broadsheet.config.ConfigException;
import dev.broadsheet.corpus.CorpusException;
import dev.broadsheet.indexing.IndexLockedException;
import dev.broadsheet.indexing.IndexWriteException;
import dev.broadsheet.search.SearchEngineException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where a failure becomes a message and an exit status. */
final class Failures {
  private final Session session;

  Failures(Session session) {
    this.session = session;
  }

  /** Says what is wrong with the arguments, and where to read about them. */
  int wrongUsage(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    session.say(lowerFirst(oneLine(failure)) + suggestion(failure));
    session.err().line("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitStatus.WRONG_USAGE;
  }

  /** Says what went wrong, in a line. */
  int failed(Exception failure, CommandLine command, ParseResult arguments) {
    boolean verbose = isVerbose(arguments);
    if (isExpected(failure)) {
      session.say(withCause(failure));
    } else {
      session.say(
          "internal error: " + failure + (verbose ? "" : " (--verbose shows where it came from)"));
    }
    if (verbose) {
      failure.printStackTrace(session.err().stream());
    }
    return failure instanceof ConfigException || failure instanceof InvalidSearchException
        ? ExitStatus.WRONG_USAGE
        : ExitStatus.FAILED;
  }

  /** Says that there was too little memory, which no command can go on from. */
  int outOfMemory() {
    session.say(
        "out of memory, of which Java has "
            + PlainText.bytes(Runtime.getRuntime().maxMemory())
            + "; BROADSHEET_JAVA_OPTS=-Xmx4g, for one, gives it more");
    return ExitStatus.FAILED;
  }

  private static boolean isVerbose(ParseResult arguments) {
    ParseResult last = arguments;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.matchedOptions().stream()
        .map(OptionSpec::longestName)
        .anyMatch("--verbose"::equals);
  }

  private static boolean isExpected(Exception failure) {
    return failure instanceof ConfigException
        || failure instanceof InvalidSearchException
        || failure instanceof CorpusException
        || failure instanceof IndexLockedException
        || failure instanceof IndexWriteException
        || failure instanceof SearchEngineException
        || failure instanceof IOException;
  }

  /** The message, and that of the first cause where it says something new. */
  private static String withCause(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    String message = oneLine(failure);
    String reason = oneLine(first);
    return message.contains(reason) ? message : message + ": " + reason;
  }

  private static String oneLine(Throwable failure) {
    String text =
        switch (failure) {
          case AccessDeniedException denied -> denied.getFile() + ": permission denied";
          case NoSuchFileException missing -> missing.getFile() + ": no such file";
          case FileAlreadyExistsException taken -> taken.getFile() + ": is there and no folder";
          case FileSystemException other when other.getReason() == null ->
              other.getClass().getSimpleName() + " " + other.getMessage();
          default ->
              Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
        };
    return PlainText.safe(text);
  }

  private static String suggestion(ParameterException failure) {
    List<String> near =
        failure instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
