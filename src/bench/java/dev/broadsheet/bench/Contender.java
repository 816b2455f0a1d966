package dev.broadsheet.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One of several that are measured in turns, so that what else the machine does hits all alike. */
final class Contender implements AutoCloseable {
  private final String name;
  private final Load load;
  private final List<LoadReport> rounds = new ArrayList<>();

  Contender(String name, Load load) {
    this.name = name;
    this.load = load;
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
      contender.load.closed(warmup);
    }
    for (int i = 1; i <= rounds; i++) {
      for (Contender contender : contenders) {
        LoadReport report = contender.load.closed(round);
        contender.rounds.add(report);
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

  @Override
  public void close() {
    load.close();
  }
}
