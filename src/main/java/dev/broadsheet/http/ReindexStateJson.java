package dev.broadsheet.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Writes how a reindex goes. */
final class ReindexStateJson {
  private ReindexStateJson() {}

  static byte[] bytes(ReindexState state) {
    return JsonText.bytes(json -> write(json, state));
  }

  private static void write(JsonWriter json, ReindexState state) {
    json.startObject();
    json.property("state", state.running().isPresent() ? "running" : "idle");
    state.running().ifPresent(running -> write(json, running));
    state.last().ifPresent(ended -> write(json, ended));
    json.endObject();
  }

  private static void write(JsonWriter json, ReindexState.Running running) {
    json.name("running");
    json.startObject();
    json.property("trigger", word(running.trigger()));
    json.property("full", running.full());
    json.property("since", running.since().toString());
    ReindexState.Progress progress = running.progress();
    json.property("phase", progress.phase());
    json.property("unit", progress.unit());
    json.property("done", progress.done());
    json.property("total", progress.total());
    json.endObject();
  }

  private static void write(JsonWriter json, ReindexState.Ended ended) {
    json.name("last");
    json.startObject();
    json.property("outcome", ended.outcome());
    json.property("trigger", word(ended.trigger()));
    json.property("full", ended.full());
    json.property("since", ended.since().toString());
    json.property("at", ended.at().toString());
    json.property("tookMs", Duration.between(ended.since(), ended.at()).toMillis());
    counts(json, "files", ended.files());
    counts(json, "items", ended.items());
    json.property("problemCount", ended.problemCount());
    JsonText.texts(json, "problems", ended.problems());
    JsonText.text(json, "failure", ended.failure());
    json.endObject();
  }

  private static String word(ReindexState.Trigger trigger) {
    return trigger.name().toLowerCase(Locale.ROOT);
  }

  private static void counts(JsonWriter json, String name, Map<String, Long> counts) {
    json.name(name);
    json.startObject();
    counts.forEach(json::property);
    json.endObject();
  }
}
