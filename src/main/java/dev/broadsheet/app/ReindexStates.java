package dev.broadsheet.app;

import dev.broadsheet.corpus.CorpusProblem;
import dev.broadsheet.http.ReindexState;
import dev.broadsheet.http.ReindexState.Trigger;
import dev.broadsheet.indexing.ReindexProgress;
import dev.broadsheet.indexing.ReindexReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells of a reindex in the words that the server has for it. */
final class ReindexStates {
  /** Enough to see what is wrong; 'broadsheet check' tells them all. */
  private static final int PROBLEMS = 100;

  private ReindexStates() {}

  static ReindexState.Progress progress(ReindexProgress.Phase phase, long done, long total) {
    return new ReindexState.Progress(
        phase.label().toLowerCase(Locale.ROOT), phase.unit(), done, total);
  }

  static ReindexState.Ended ended(
      Trigger trigger, Instant since, Instant at, ReindexReport report) {
    return new ReindexState.Ended(
        trigger,
        report.full(),
        since,
        at,
        report.outcome().name().toLowerCase(Locale.ROOT),
        files(report.files()),
        items(report.items()),
        report.problems().stream().limit(PROBLEMS).map(CorpusProblem::toString).toList(),
        report.problems().size(),
        Optional.empty());
  }

  static ReindexState.Ended failed(
      Trigger trigger, boolean full, Instant since, Instant at, Throwable failure) {
    String why = failure.getMessage();
    return new ReindexState.Ended(
        trigger,
        full,
        since,
        at,
        "failed",
        Map.of(),
        Map.of(),
        List.of(),
        0,
        Optional.of(why == null ? failure.toString() : why));
  }

  private static Map<String, Long> files(ReindexReport.Files files) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("found", (long) files.found());
    counts.put("read", (long) files.read());
    counts.put("added", (long) files.added());
    counts.put("changed", (long) files.changed());
    counts.put("removed", (long) files.removed());
    counts.put("rejected", (long) files.rejected());
    counts.put("kept", (long) files.kept());
    counts.put("unchanged", (long) files.unchanged());
    return counts;
  }

  private static Map<String, Long> items(ReindexReport.Items items) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("written", items.written());
    counts.put("removed", items.removed());
    return counts;
  }
}
