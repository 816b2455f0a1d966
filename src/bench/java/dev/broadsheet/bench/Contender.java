package dev.broadsheet.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One of several that are measured in turns, so that what else the machine does hits all alike.
 * Between its turns it holds no connections: a server closes those that nobody uses.
 */
final class Contender {
  private final String name;
  private final Load load;
  private final Supplier<Duration> elsewhere;
  private final List<LoadReport> rounds = new ArrayList<>();
  private Duration spentElsewhere = Duration.ZERO;

  /**
   * A contender.
   *
   * @param elsewhere the processor time that another process has used for it so far
   */
  Contender(String name, Load load, Supplier<Duration> elsewhere) {
    this.name = name;
    this.load = load;
    this.elsewhere = elsewhere;
  }

  String name() {
    return name;
  }

  /** What all rounds measured together. */
  LoadReport report() {
    return LoadReport.of(rounds);
  }

  /** All warm up, then all have a round after the other. */
  static void race(
      List<Contender> contenders, int rounds, Duration warmup, Duration round, Consumer<String> say) {
    for (Contender contender : contenders) {
      contender.closed(warmup);
    }
    for (int i = 1; i <= rounds; i++) {
      for (Contender contender : contenders) {
        LoadReport report = contender.round(round);
        say.accept(
            String.format(
                Locale.ROOT,
                "round %d: %-24s %,8.0f/s",
                i,
                contender.name,
                report.perSecond()));
      }
    }
  }

  private LoadReport round(Duration duration) {
    Duration before = elsewhere.get();
    LoadReport report = closed(duration);
    spentElsewhere = spentElsewhere.plus(elsewhere.get().minus(before));
    rounds.add(report);
    return report;
  }

  private LoadReport closed(Duration duration) {
    LoadReport report = load.closed(duration);
    load.close();
    return report;
  }

  /**
   * Microseconds of processor time that a request took in this process and elsewhere, compilers and
   * collectors included. It says what the work is, also where others use the machine as well.
   */
  double processorMicros() {
    LoadReport report = report();
    return report.cpu().plus(spentElsewhere).toNanos() / 1e3 / Math.max(1, report.requests());
  }
}
