package dev.broadsheet.app;

import dev.broadsheet.http.ReindexState;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log how a reindex of the server ended: those that wrote nothing, as a warning. */
final class ReindexLog {
  private static final Logger LOG = LoggerFactory.getLogger("dev.broadsheet.reindex");

  private ReindexLog() {}

  static void tell(ReindexState.Ended ended) {
    String took =
        String.format(
            Locale.ROOT, "%.2f", Duration.between(ended.since(), ended.at()).toMillis() / 1e3);
    switch (ended.outcome()) {
      case "published" ->
          LOG.info(
              "Reindexed in {} s: files {}; items {}",
              took,
              counts(ended.files()),
              counts(ended.items()));
      case "unchanged" -> LOG.debug("Reindexed in {} s: nothing had changed", took);
      case "refused" ->
          LOG.warn(
              "Reindex refused, and nothing written: most of the corpus is gone or rejected; if that"
                  + " is meant, 'broadsheet reindex --force'");
      case "rejected" -> LOG.warn("Reindex rejected, and nothing written");
      // Told with its cause, where it was caught.
      default -> {}
    }
    ended.problems().forEach(problem -> LOG.warn("Rejected: {}", problem));
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .filter(count -> count.getValue() > 0)
        .map(count -> count.getValue() + " " + count.getKey())
        .collect(Collectors.joining(", "));
  }
}
