package dev.broadsheet.cli;

import dev.broadsheet.app.CompletedSearch;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches as the server does, and prints for a person. */
@Command(
    name = SearchCommand.NAME,
    description = {
      "Search as the server does.",
      "Words; \"a phrase\"; -word excludes; a OR b; title:word; word* for a beginning.",
      "Without words: all items, newest first."
    },
    footer = {
      "",
      "Filters given again take any of the values; different filters must all hold.",
      "Quote what the shell would read: broadsheet search '\"face recognition\" police'"
    })
final class SearchCommand implements Callable<Integer> {
  static final String NAME = "search";

  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "WORDS", arity = "0..*", description = "What to look for.")
  List<String> words = List.of();

  @ArgGroup(validate = false, heading = "%nFilters and order:%n")
  SearchOptions search = new SearchOptions();

  @Option(names = "--json", description = "Print the server's JSON.", order = -1)
  boolean json;

  @Mixin CommonOptions common = new CommonOptions();

  SearchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CompletedSearch found = session.open(common).search(parameters());
    if (json) {
      ReportJson.line(session.out(), found.json().get());
    } else {
      new SearchPage(session.out()).print(found);
    }
    return ExitStatus.DONE;
  }

  /** The options that are parameters of a search, under the same names. */
  private Map<String, List<String>> parameters() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (!words.isEmpty()) {
      parameters.put("q", List.of(String.join(" ", words)));
    }
    var given = spec.commandLine().getParseResult();
    for (var option : given.matchedOptions()) {
      if (option.userObject() instanceof Field field
          && field.getDeclaringClass() == SearchOptions.class) {
        parameters.put(option.longestName().substring("--".length()), values(option));
      }
    }
    return parameters;
  }

  /** As they were typed; a flag has none, and being there says it all. */
  private static List<String> values(OptionSpec option) {
    return option.arity().max() == 0 ? List.of("true") : option.originalStringValues();
  }
}
