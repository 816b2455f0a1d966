package dev.broadsheet.cli;

import dev.broadsheet.app.Application;
import dev.broadsheet.indexing.ReindexReport;
import dev.broadsheet.indexing.ReindexRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings the index in line with the corpus. */
@Command(
    name = ReindexCommand.NAME,
    description = {
      "Bring the index in line with the corpus.",
      "Only new, changed and deleted files are looked at.",
      "A server on the same index shows the result at once."
    })
final class ReindexCommand implements Callable<Integer> {
  static final String NAME = "reindex";

  private final Session session;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--full",
      description = "Read all files and build anew beside the old index; swap at the end.")
  boolean full;

  @Option(
      names = "--strict",
      description = "Write nothing if any file is rejected (exit status 3).")
  boolean strict;

  @Option(
      names = "--force",
      description = "Go on even if the corpus is empty, or most of it is gone or rejected.")
  boolean force;

  @Option(names = "--json", description = "Print the summary as JSON.")
  boolean json;

  ReindexCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Application application = session.open(common);
    ReindexReport report =
        Reindexing.run(session, application, new ReindexRequest(full, strict, force));
    if (json) {
      ReportJson.write(report, session.out());
    } else {
      new ReindexSummary(session.out()).print(report);
    }
    return Reindexing.conclude(session, report);
  }
}
