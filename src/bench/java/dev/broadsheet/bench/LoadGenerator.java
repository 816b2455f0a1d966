package dev.broadsheet.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Puts load on a running server: {@code url=http://127.0.0.1:8080 queries=FILE}, and, if other than
 * these, {@code connections=8 warmup=5 seconds=10 rate=0 more=}. A rate above 0 is that of an open
 * loop; 0 is a closed one. More are parameters for all queries, such as {@code more=facets=none}.
 */
public final class LoadGenerator {
  private LoadGenerator() {}

  /** Prints throughput and latencies of what comes after the warm-up. */
  public static void main(String[] arguments) throws IOException {
    var options = new Options(arguments);
    URI server = URI.create(options.text("url", "http://127.0.0.1:8080"));
    Path file = options.path("queries");
    QueryFile queries = QueryFile.read(file).with(options.text("more", ""));
    int connections = (int) options.whole("connections", 8);
    long rate = options.whole("rate", 0);
    Duration warmup = options.seconds("warmup", 5);
    Duration duration = options.seconds("seconds", 10);
    options.end();
    var callers = HttpCaller.open(server, HttpCaller.searches(server, queries), connections);
    try (var load = new Load(queries, callers)) {
      load.closed(warmup);
      (rate == 0 ? load.closed(duration) : load.open(duration, (double) rate)).print(System.out);
    }
  }
}
