package dev.broadsheet.page;

import java.time.Duration;
import java.util.Locale;

/** Writes how long a video runs. */
final class RunningTime {
  private RunningTime() {}

  /** Such as {@code 1:30} or {@code 1:02:03}. */
  static String of(Duration length) {
    return length.toHours() == 0
        ? String.format(Locale.ROOT, "%d:%02d", length.toMinutes(), length.toSecondsPart())
        : String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            length.toHours(),
            length.toMinutesPart(),
            length.toSecondsPart());
  }
}
