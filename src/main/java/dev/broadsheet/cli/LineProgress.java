package dev.broadsheet.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** For where nothing can move: a line when a phase begins, and one every few seconds. */
final class LineProgress implements Progress {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final Screen screen;
  private final Clock clock;
  private Phase current = Phase.SCANNING;
  private Instant begun = Instant.MIN;
  private Instant lastLine = Instant.MIN;

  LineProgress(Screen screen, Clock clock) {
    this.screen = screen;
    this.clock = clock;
  }

  @Override
  public synchronized void report(Phase phase, long done, long total) {
    Instant now = clock.instant();
    if (phase.compareTo(current) > 0 || begun.equals(Instant.MIN)) {
      current = phase;
      begun = now;
      lastLine = now;
      boolean known = total > 0 && phase != Phase.PUBLISHING;
      screen.line(phase.label() + (known ? " " + ProgressText.amount(phase, total) : ""));
    } else if (phase == current && !now.isBefore(lastLine.plus(BETWEEN_LINES))) {
      lastLine = now;
      String details = ProgressText.details(phase, done, total, Duration.between(begun, now));
      screen.line(phase.label() + " " + ProgressText.percent(done, total) + ": " + details);
    }
  }

  @Override
  public void close() {}
}
