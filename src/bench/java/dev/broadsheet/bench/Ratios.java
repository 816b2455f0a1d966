package dev.broadsheet.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints the tables of a race, each against the first contender. */
final class Ratios {
  private final PrintStream out;
  private final List<Contender> contenders;

  Ratios(PrintStream out, List<Contender> contenders) {
    this.out = out;
    this.contenders = contenders;
  }

  /** Throughput and latency of the whole mix. */
  void printAll() {
    out.println("| whole mix | requests/s | ratio | p50 ms | p99 ms | p99.9 ms | processor us each |");
    out.println("| --- | --- | --- | --- | --- | --- | --- |");
    double first = contenders.getFirst().report().perSecond();
    for (Contender contender : contenders) {
      LoadReport report = contender.report();
      out.printf(
          Locale.ROOT,
          "| %s | %,.0f | %.2f | %.3f | %.3f | %.3f | %,.0f |%n",
          contender.name(),
          report.perSecond(),
          report.perSecond() / first,
          report.all(50),
          report.all(99),
          report.all(99.9),
          contender.processorMicros());
      if (report.tally().statuses.size() > 1) {
        out.println("  statuses: " + report.tally().statuses);
      }
    }
    out.println();
  }

  /** Latencies of each class: the median, and in brackets p99. */
  void printClasses() {
    out.println(
        "| p50 (p99) us | "
            + contenders.stream().map(Contender::name).collect(Collectors.joining(" | "))
            + " |");
    out.println("| --- |" + " --- |".repeat(contenders.size()));
    for (String sort : Arrays.stream(QueryClass.values()).map(QueryClass::label).toList()) {
      if (!contenders.getFirst().report().tally().latencies.containsKey(sort)) {
        continue;
      }
      out.print("| " + sort + " |");
      for (Contender contender : contenders) {
        LoadReport report = contender.report();
        out.printf(
            Locale.ROOT,
            " %,.0f (%,.0f) |",
            report.of(sort, 50) * 1e3,
            report.of(sort, 99) * 1e3);
      }
      out.println();
    }
    out.println();
  }
}
