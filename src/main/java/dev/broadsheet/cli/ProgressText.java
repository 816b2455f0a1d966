package dev.broadsheet.cli;

import dev.broadsheet.indexing.ReindexProgress.Phase;
import java.time.Duration;
import java.util.Locale;

/** How far work is, in words. */
final class ProgressText {
  private static final Duration TOO_EARLY_TO_TELL = Duration.ofSeconds(1);

  private ProgressText() {}

  /** An amount of what is counted in a phase. */
  static String amount(Phase phase, long amount) {
    return phase == Phase.READING
        ? PlainText.bytes(amount)
        : PlainText.number(amount) + " " + phase.unit();
  }

  /** The share that is done, such as {@code 45 %}. */
  static String percent(long done, long total) {
    return total <= 0 ? "" : Math.min(100, 100 * done / total) + " %";
  }

  /** How much of how much, how fast, and how long it will go on. */
  static String details(Phase phase, long done, long total, Duration elapsed) {
    if (total <= 0) {
      return amount(phase, done);
    }
    String part = phase == Phase.READING ? PlainText.bytes(done) : PlainText.number(done);
    String text = part + " of " + amount(phase, total);
    // The steps of publishing are few and unlike: the first tell nothing of the last.
    boolean isUneven = phase == Phase.PUBLISHING;
    if (isUneven || done <= 0 || elapsed.compareTo(TOO_EARLY_TO_TELL) < 0) {
      return text;
    }
    double perSecond = done / (elapsed.toMillis() / 1e3);
    double left = Math.max(0, total - done) / perSecond;
    return text + ", " + amount(phase, Math.round(perSecond)) + "/s, " + duration(left) + " left";
  }

  /** A span as a person says it. */
  static String duration(double seconds) {
    if (seconds < 60) {
      return Math.round(seconds) + " s";
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
  }
}
