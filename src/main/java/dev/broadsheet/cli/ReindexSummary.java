package dev.broadsheet.cli;

import dev.broadsheet.indexing.ReindexReport;
import dev.broadsheet.indexing.ReindexReport.Files;
import dev.broadsheet.indexing.ReindexReport.Timing;
import java.time.Duration;
import java.util.Locale;

/** Prints for a person what a reindex did. */
final class ReindexSummary {
  private final Screen screen;

  ReindexSummary(Screen screen) {
    this.screen = screen;
  }

  void print(ReindexReport report) {
    screen.line(screen.bold(headline(report)) + " in " + seconds(report.timing().total()));
    screen.line("");
    files(report.files());
    items(report);
    time(report.timing());
    if (!report.problems().isEmpty()) {
      screen.line("");
      ProblemList.printFirst(report.problems(), screen);
    }
  }

  private static String headline(ReindexReport report) {
    return switch (report.outcome()) {
      case PUBLISHED -> report.full() ? "Index built anew" : "Index brought up to date";
      case UNCHANGED -> "Index is up to date already, checked";
      case REJECTED -> "Nothing written: files were rejected,";
      case REFUSED -> "Nothing written: reindex refused";
    };
  }

  private void files(Files files) {
    row("Files", files.found(), "found, " + PlainText.number(files.read()) + " read");
    some(files.added(), "added");
    some(files.changed(), "changed");
    some(files.removed(), "removed");
    some(files.rejected(), "rejected" + kept(files));
    some(files.unchanged(), "unchanged");
  }

  private static String kept(Files files) {
    return files.kept() == 0
        ? ""
        : ", " + PlainText.number(files.kept()) + " of them kept in the last good version";
  }

  private void items(ReindexReport report) {
    long written = report.items().written();
    String rate = PlainText.number(Math.round(report.itemsPerSecond())) + " a second";
    row("Items", written, "written" + (written == 0 ? "" : ", " + rate));
    some(report.items().removed(), "removed");
  }

  private void time(Timing timing) {
    Duration all = timing.reading().plus(timing.engine()).plus(timing.merging());
    if (!all.isZero()) {
      screen.line(
          String.format(
              Locale.ROOT,
              "%-6s %9s reading, %s indexing, %s merging",
              "Work",
              percent(timing.reading(), all),
              percent(timing.engine(), all),
              percent(timing.merging(), all)));
    }
  }

  private static String percent(Duration part, Duration all) {
    return Math.round(100.0 * part.toNanos() / all.toNanos()) + " %";
  }

  private void some(long count, String what) {
    if (count != 0) {
      row("", count, what);
    }
  }

  private void row(String label, long count, String what) {
    screen.line(String.format(Locale.ROOT, "%-6s %9s %s", label, PlainText.number(count), what));
  }

  static String seconds(Duration time) {
    double seconds = time.toNanos() / 1e9;
    return seconds < 60
        ? String.format(Locale.ROOT, "%.2f s", seconds)
        : ProgressText.duration(seconds);
  }
}
