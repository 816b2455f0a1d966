package dev.broadsheet.cli;

import dev.broadsheet.analytics.QueryLog;
import dev.broadsheet.analytics.QueryReport;
import dev.broadsheet.app.Application;
import dev.broadsheet.search.IndexCheck;
import dev.broadsheet.search.IndexStats;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what the index holds. */
@Command(
    name = StatsCommand.NAME,
    description = {
      "Show what the index holds.",
      "Items, files, topics, providers, dates, size, generation, last reindex."
    })
final class StatsCommand implements Callable<Integer> {
  static final String NAME = "stats";

  /** What fits on a screen. */
  private static final int MOST = 20;

  private static final int MOST_AS_JSON = 1_000;

  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--verify",
      description = "Read all files of the index too; exit status 1 if any is damaged.")
  boolean verify;

  @Option(names = "--json", description = "Print it as JSON.")
  boolean json;

  @Option(
      names = "--queries",
      description = "Show what visitors looked for instead, and what for in vain.")
  boolean queries;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "In the last N days, today included; ${DEFAULT-VALUE} without.")
  int days = 7;

  StatsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (queries) {
      return showQueries();
    }
    Application application = session.open(common);
    Optional<IndexCheck> check = verify ? Optional.of(application.verify()) : Optional.empty();
    if (check.isPresent() && !check.get().isSound()) {
      return damaged(check.get());
    }
    IndexStats stats = application.stats();
    if (json) {
      ReportJson.write(stats, check, session.out());
    } else {
      print(stats);
      check.ifPresent(sound -> row("Verified", files(sound)));
    }
    return ExitStatus.DONE;
  }

  /** What a damaged index holds is not told, as it may not be true. */
  private int damaged(IndexCheck check) {
    if (json) {
      ReportJson.write(check, session.out());
    }
    check.damages().forEach(damage -> session.say(PlainText.safe(damage.message())));
    return ExitStatus.FAILED;
  }

  private static String files(IndexCheck sound) {
    return PlainText.count(sound.files(), "file", "files")
        + ", "
        + PlainText.bytes(sound.bytes())
        + ": all as they were written";
  }

  private void print(IndexStats stats) {
    IndexStats.Counts counts = stats.counts();
    row("Items", PlainText.number(counts.items()) + kinds(counts));
    row("Files", PlainText.number(counts.files()) + rejected(counts));
    row("Topics", PlainText.number(counts.topics()));
    row("Providers", PlainText.number(counts.providers()));
    row("Dates", dates(stats));
    row("Size", PlainText.bytes(stats.bytes()));
    stats.vectors().ifPresent(vectors -> row("Vectors", vectors(vectors, counts)));
    row("Generation", PlainText.safe(stats.generation()));
    row(
        "Reindexed",
        stats.reindexedAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("-"));
    if (!stats.schemaIsCurrent()) {
      session.say(ServeCommand.OLD_SCHEMA);
    }
  }

  private Integer showQueries() throws IOException {
    if (days < 1 || days > QueryLog.DAYS) {
      throw new ParameterException(
          spec.commandLine(),
          "--days: '" + days + "'; expected a whole number from 1 to " + QueryLog.DAYS);
    }
    QueryReport report = session.open(common).queries(days, json ? MOST_AS_JSON : MOST);
    if (json) {
      ReportJson.write(report, session.out());
    } else {
      new QueriesTable(session.out()).print(report);
    }
    return ExitStatus.DONE;
  }

  private static String vectors(IndexStats.Vectors vectors, IndexStats.Counts counts) {
    return PlainText.number(vectors.items())
        + " of "
        + PlainText.count(counts.items(), "item", "items")
        + ", by "
        + PlainText.safe(vectors.model());
  }

  private static String kinds(IndexStats.Counts counts) {
    return counts.kinds().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(kind -> kind.getKey() + " " + PlainText.number(kind.getValue()))
        .collect(Collectors.joining(", ", " (", ")"))
        .replace(" ()", "");
  }

  private static String rejected(IndexStats.Counts counts) {
    return counts.rejectedFiles() == 0
        ? ""
        : ", " + PlainText.number(counts.rejectedFiles()) + " of them with problems";
  }

  private static String dates(IndexStats stats) {
    return stats.oldest().isEmpty() || stats.newest().isEmpty()
        ? "-"
        : day(stats.oldest().get()) + " to " + day(stats.newest().get());
  }

  private static String day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private void row(String label, String value) {
    session.out().line(session.out().faint(String.format(Locale.ROOT, "%-12s", label)) + value);
  }
}
