package dev.broadsheet.cli;

import dev.broadsheet.app.Application;
import dev.broadsheet.indexing.ReindexReport;
import dev.broadsheet.indexing.ReindexRequest;

/** What the commands that build an index have in common. */
final class Reindexing {
  private Reindexing() {}

  /** Reindexes, and shows how far it is. */
  static ReindexReport run(Session session, Application application, ReindexRequest request) {
    try (Progress progress = session.progress()) {
      return application.reindex(request, progress);
    }
  }

  /** Says why nothing was written, if that is so. */
  static int conclude(Session session, ReindexReport report) {
    return switch (report.outcome()) {
      case PUBLISHED, UNCHANGED -> ExitStatus.DONE;
      case REJECTED -> {
        session.say(
            "there were "
                + PlainText.count(report.problems().size(), "problem", "problems")
                + " and --strict was given: nothing was written");
        yield ExitStatus.REJECTED;
      }
      case REFUSED -> {
        session.say(
            "refused: "
                + (report.files().found() == 0
                    ? "the corpus is empty"
                    : "most of the corpus is gone or rejected")
                + "; nothing was written. Is --corpus right? If it is meant: broadsheet reindex"
                + " --force");
        yield ExitStatus.REFUSED;
      }
    };
  }
}
