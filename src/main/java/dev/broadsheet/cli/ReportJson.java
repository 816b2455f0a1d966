package dev.broadsheet.cli;

import dev.broadsheet.analytics.QueryCount;
import dev.broadsheet.analytics.QueryReport;
import dev.broadsheet.app.CheckReport;
import dev.broadsheet.config.Config;
import dev.broadsheet.corpus.CorpusProblem;
import dev.broadsheet.indexing.ReindexReport;
import dev.broadsheet.search.IndexCheck;
import dev.broadsheet.search.IndexStats;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes reports for a program: one JSON object on a line. Times are in seconds. */
final class ReportJson {
  private ReportJson() {}

  static void write(ReindexReport report, Screen screen) {
    object(
        screen,
        json -> {
          json.writeStringProperty("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
          json.writeBooleanProperty("full", report.full());
          files(json, report.files());
          json.writeObjectPropertyStart("items");
          json.writeNumberProperty("written", report.items().written());
          json.writeNumberProperty("removed", report.items().removed());
          json.writeEndObject();
          json.writeNumberProperty("itemsPerSecond", Math.round(report.itemsPerSecond()));
          time(json, report.timing());
          problems(json, report.problems());
        });
  }

  private static void files(JsonGenerator json, ReindexReport.Files files) {
    json.writeObjectPropertyStart("files");
    json.writeNumberProperty("found", files.found());
    json.writeNumberProperty("read", files.read());
    json.writeNumberProperty("added", files.added());
    json.writeNumberProperty("changed", files.changed());
    json.writeNumberProperty("removed", files.removed());
    json.writeNumberProperty("rejected", files.rejected());
    json.writeNumberProperty("kept", files.kept());
    json.writeNumberProperty("unchanged", files.unchanged());
    json.writeEndObject();
  }

  private static void time(JsonGenerator json, ReindexReport.Timing timing) {
    json.writeObjectPropertyStart("seconds");
    json.writeNumberProperty("total", seconds(timing.total()));
    json.writeNumberProperty("reading", seconds(timing.reading()));
    json.writeNumberProperty("engine", seconds(timing.engine()));
    json.writeNumberProperty("merging", seconds(timing.merging()));
    json.writeEndObject();
  }

  static void write(QueryReport report, Screen screen) {
    object(
        screen,
        json -> {
          json.writeStringProperty("from", report.from().toString());
          json.writeStringProperty("to", report.to().toString());
          counts(json, report.total());
          queries(json, "top", report.top());
          queries(json, "missed", report.missed());
        });
  }

  private static void queries(JsonGenerator json, String name, List<QueryCount> counts) {
    json.writeArrayPropertyStart(name);
    for (QueryCount count : counts) {
      json.writeStartObject();
      json.writeStringProperty("q", count.words());
      counts(json, count);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void counts(JsonGenerator json, QueryCount count) {
    json.writeNumberProperty("searches", count.searches());
    json.writeNumberProperty("withoutHits", count.withoutHits());
    json.writeNumberProperty("clicks", count.clicks());
  }

  static void write(CheckReport report, Screen screen) {
    object(
        screen,
        json -> {
          json.writeNumberProperty("files", report.files());
          json.writeNumberProperty("bytes", report.bytes());
          json.writeNumberProperty("mentions", report.mentions());
          json.writeNumberProperty("seconds", seconds(report.took()));
          problems(json, report.problems());
        });
  }

  private static void problems(JsonGenerator json, List<CorpusProblem> problems) {
    json.writeArrayPropertyStart("problems");
    for (CorpusProblem problem : problems) {
      json.writeStartObject();
      json.writeStringProperty("path", problem.path());
      json.writeNumberProperty("line", Math.max(1, problem.line()));
      json.writeStringProperty("message", problem.message());
      json.writeStringProperty("scope", problem.scope().name().toLowerCase(Locale.ROOT));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void write(List<Config.Setting> settings, Screen screen) {
    object(
        screen,
        json -> {
          for (Config.Setting setting : settings) {
            json.writeObjectPropertyStart(setting.name());
            if (!setting.value().isEmpty()) {
              json.writeStringProperty("value", setting.value());
            }
            json.writeStringProperty("origin", setting.origin().toString());
            json.writeEndObject();
          }
        });
  }

  static void write(IndexStats stats, Optional<IndexCheck> check, Screen screen) {
    object(
        screen,
        json -> {
          json.writeStringProperty("generation", stats.generation());
          counts(json, stats.counts());
          stats.oldest().ifPresent(at -> json.writeStringProperty("oldest", at.toString()));
          stats.newest().ifPresent(at -> json.writeStringProperty("newest", at.toString()));
          json.writeNumberProperty("bytes", stats.bytes());
          json.writeBooleanProperty("schemaIsCurrent", stats.schemaIsCurrent());
          stats
              .reindexedAt()
              .ifPresent(at -> json.writeStringProperty("reindexedAt", at.toString()));
          stats.vectors().ifPresent(vectors -> vectors(json, vectors));
          check.ifPresent(files -> verified(json, files));
        });
  }

  private static void vectors(JsonGenerator json, IndexStats.Vectors vectors) {
    json.writeObjectPropertyStart("vectors");
    json.writeStringProperty("model", vectors.model());
    json.writeNumberProperty("items", vectors.items());
    json.writeEndObject();
  }

  static void write(IndexCheck check, Screen screen) {
    object(screen, json -> verified(json, check));
  }

  private static void verified(JsonGenerator json, IndexCheck check) {
    json.writeObjectPropertyStart("verified");
    json.writeNumberProperty("files", check.files());
    json.writeNumberProperty("bytes", check.bytes());
    json.writeArrayPropertyStart("damaged");
    for (IndexCheck.Damage damage : check.damages()) {
      json.writeStartObject();
      json.writeStringProperty("file", damage.file());
      json.writeStringProperty("reason", damage.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void counts(JsonGenerator json, IndexStats.Counts counts) {
    json.writeNumberProperty("items", counts.items());
    json.writeObjectPropertyStart("kinds");
    counts.kinds().forEach(json::writeNumberProperty);
    json.writeEndObject();
    json.writeNumberProperty("files", counts.files());
    json.writeNumberProperty("rejectedFiles", counts.rejectedFiles());
    json.writeNumberProperty("topics", counts.topics());
    json.writeNumberProperty("providers", counts.providers());
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }

  private static void object(Screen screen, Consumer<JsonGenerator> content) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      content.accept(json);
      json.writeEndObject();
    }
    line(screen, bytes.toByteArray());
  }

  /** Writes what is JSON already. */
  static void line(Screen screen, byte[] json) {
    screen.stream().writeBytes(json);
    screen.line("");
  }
}
