package dev.broadsheet.http;

import dev.broadsheet.page.PageView;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says on the search page what all other routes say as a problem.
 *
 * @param site its name
 */
record PageProblem(String site) {
  /** The page, with the words that were given, if they can be read. */
  byte[] body(Context context, Problem problem) {
    PageAddress address = new PageAddress(given(context));
    List<String> words = address.values(SearchParameters.QUERY);
    return PageFiles.loaded()
        .template()
        .bytes(
            new PageView(
                new PageView.Frame(site, Optional.empty(), List.of(), false),
                PageResults.form(
                    words.isEmpty() ? "" : words.getFirst(), new PageAddress(Map.of())),
                new PageView.Trouble(title(problem), detail(problem), ways(problem, address))));
  }

  private static Map<String, List<String>> given(Context context) {
    try {
      return QueryString.of(context);
    } catch (InvalidParameterException undecodable) {
      return Map.of();
    }
  }

  private static String title(Problem problem) {
    return switch (problem.status()) {
      case 400 -> "This search can’t be made";
      case 429 -> "That were many searches at once";
      case 503 ->
          problem.code().equals(Problem.TIMED_OUT)
              ? "This search takes too long"
              : "The search is busy";
      default -> problem.title();
    };
  }

  /** Begins with what is wrong: what was expected may be long. */
  private static String detail(Problem problem) {
    Map<String, String> members = problem.members();
    if (!members.containsKey("value")) {
      String detail = problem.detail();
      return detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1) + ".";
    }
    return String.format(
        Locale.ROOT,
        "“%s” can’t be read as “%s”. Expected was %s.",
        members.get("value"),
        members.get("parameter"),
        members.get("expected"));
  }

  private static List<PageView.Link> ways(Problem problem, PageAddress address) {
    List<PageView.Link> ways = new ArrayList<>();
    String parameter = problem.members().getOrDefault("parameter", "");
    if (address.has(parameter) && address.parameters().size() > 1) {
      ways.add(
          new PageView.Link(
              "Search without “" + parameter + "”", address.without(parameter).href()));
    }
    if (problem.status() >= 500 || problem.status() == 429) {
      ways.add(new PageView.Link("Try again", new PageAddress(address.parameters()).href()));
    }
    ways.add(new PageView.Link("See the latest news", PageAddress.START));
    return ways;
  }
}
