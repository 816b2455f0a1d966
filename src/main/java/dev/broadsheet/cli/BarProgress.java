package dev.broadsheet.cli;

import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressState;

/** For a terminal: one bar that grows, a phase at a time, and is gone when the work is done. */
final class BarProgress implements Progress {
  private static final int BAR_WIDTH = 24;
  private static final int MILLIS_BETWEEN_UPDATES = 100;

  private final Screen screen;
  private Optional<ProgressBar> bar = Optional.empty();
  private Phase current = Phase.SCANNING;

  BarProgress(Screen screen) {
    this.screen = screen;
  }

  @Override
  public synchronized void report(Phase phase, long done, long total) {
    // Threads may come late with word of a phase that is over, or out of order within one.
    if (phase.compareTo(current) < 0) {
      return;
    }
    if (phase != current || bar.isEmpty()) {
      bar.ifPresent(ProgressBar::close);
      bar = Optional.of(begin(phase, total));
      current = phase;
    }
    bar.ifPresent(shown -> shown.maxHint(total).stepTo(Math.max(done, shown.getCurrent())));
  }

  private ProgressBar begin(Phase phase, long total) {
    return new ProgressBarBuilder()
        .setTaskName(phase.label())
        .setInitialMax(total)
        .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
        .setRenderer((state, width) -> render(phase, state, width))
        .setConsumer(new OneLine(screen))
        .build();
  }

  private static String render(Phase phase, ProgressState state, int width) {
    String line = String.format(Locale.ROOT, "%-10s ", phase.label());
    long done = state.getCurrent();
    long total = state.getMax();
    // Of a single step no part can be told.
    if (phase != Phase.PUBLISHING || total > 1) {
      line +=
          bar(done, total) + ProgressText.details(phase, done, total, state.getElapsedAfterStart());
    }
    return line.substring(0, Math.min(line.length(), width));
  }

  private static String bar(long done, long total) {
    if (total <= 0) {
      return "";
    }
    int filled = (int) Math.min(BAR_WIDTH, BAR_WIDTH * done / total);
    return "━".repeat(filled)
        + "╌".repeat(BAR_WIDTH - filled)
        + String.format(Locale.ROOT, " %5s  ", ProgressText.percent(done, total));
  }

  @Override
  public synchronized void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }

  /** Writes over the line before, and leaves nothing behind. */
  private record OneLine(Screen screen) implements ProgressBarConsumer {
    private static final String CLEAR = "\r\033[K";

    @Override
    public int getMaxRenderedLength() {
      return screen.width() - 1;
    }

    @Override
    public void accept(String line) {
      screen.stream().print(CLEAR + line);
      screen.stream().flush();
    }

    @Override
    public void close() {
      screen.stream().print(CLEAR);
      screen.stream().flush();
    }
  }
}
