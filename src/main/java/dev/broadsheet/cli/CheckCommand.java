package dev.broadsheet.cli;

import dev.broadsheet.app.Application;
import dev.broadsheet.app.CheckReport;
import dev.broadsheet.corpus.CorpusProblem.Scope;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads the corpus and reports every problem. */
@Command(
    name = CheckCommand.NAME,
    description = {
      "Read the corpus and report every problem; write nothing.",
      "A line each: path:line: what is wrong and what was expected."
    })
final class CheckCommand implements Callable<Integer> {
  static final String NAME = "check";

  private final Session session;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--strict", description = "End with exit status 3 if there are problems.")
  boolean strict;

  @Option(names = "--json", description = "Print the report as JSON.")
  boolean json;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CheckReport report = check(session.open(common));
    if (json) {
      ReportJson.write(report, session.out());
    } else {
      ProblemList.print(report.problems(), session.out());
    }
    session.err().line(summary(report));
    return strict && !report.problems().isEmpty() ? ExitStatus.REJECTED : ExitStatus.DONE;
  }

  private CheckReport check(Application application) {
    try (Progress progress = session.progress()) {
      return application.check(progress);
    }
  }

  private static String summary(CheckReport report) {
    return PlainText.count(report.files(), "file", "files")
        + " ("
        + PlainText.bytes(report.bytes())
        + ") read in "
        + ReindexSummary.seconds(report.took())
        + ": "
        + (report.problems().isEmpty()
            ? "no problems"
            : PlainText.count(report.problems().size(), "problem", "problems")
                + "; would be rejected: "
                + PlainText.count(report.rejectedFiles(), "file", "files")
                + ", "
                + PlainText.count(
                    report.count(Scope.LINE) + report.count(Scope.REST), "feed line", "feed lines")
                + ", "
                + PlainText.count(report.count(Scope.RELATED), "related item", "related items"));
  }
}
