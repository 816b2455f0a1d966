package dev.broadsheet.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Indexes one corpus three times, each in a process of its own: with plain Lucene from memory, its
 * own documents and Broadsheet's; and by {@code ./broadsheet reindex} from the file.
 *
 * @param corpus a folder of one {@code .jsonl} file
 * @param items how many are in it
 * @param folder where the indexes go
 */
record IndexingRace(Path corpus, long items, Path folder) {
  /** What an item that is parsed and in memory takes of the heap, and more. */
  private static final long BYTES_AN_ITEM = 5_000;

  private static final int MEGABYTE = 1 << 20;

  /** How one did. */
  record Built(String name, double seconds, long bytes) {}

  Path plainIndex() {
    return folder.resolve("plain");
  }

  Path broadsheetIndex() {
    return folder.resolve("broadsheet");
  }

  /** Builds all three, and prints how they compare. */
  void run(PrintStream out) throws IOException, InterruptedException {
    List<Built> built =
        List.of(
            plain("plain Lucene, from memory", "plain", plainIndex()),
            plain("the same with Broadsheet's documents", "broadsheet", folder.resolve("same")),
            reindex());
    Built first = built.getFirst();
    out.println("| indexing | seconds | items/s | speed ratio | MB | size ratio |");
    out.println("| --- | --- | --- | --- | --- | --- |");
    for (Built one : built) {
      out.printf(
          Locale.ROOT,
          "| %s | %.1f | %,.0f | %.2f | %.0f | %.2f |%n",
          one.name,
          one.seconds,
          items / one.seconds,
          first.seconds / one.seconds,
          one.bytes / 1e6,
          (double) one.bytes / first.bytes);
    }
    out.println();
  }

  private Built plain(String name, String documents, Path index)
      throws IOException, InterruptedException {
    delete(index);
    long heap = 1_024 + items * BYTES_AN_ITEM / MEGABYTE;
    try (var child =
        Child.java(
            heap,
            PlainIndexing.class,
            "corpus=" + corpus,
            "index=" + index,
            "documents=" + documents)) {
      String[] figures = child.line().split(" ", -1);
      child.await();
      return new Built(name, Double.parseDouble(figures[0]), Long.parseLong(figures[1]));
    }
  }

  private Built reindex() throws IOException, InterruptedException {
    Path index = broadsheetIndex();
    delete(index);
    List<String> command =
        List.of("./broadsheet", "reindex", "--corpus=" + corpus, "--index=" + index, "--json");
    try (var child = Child.start(Map.of(), command)) {
      var report = JsonMapper.shared().readTree(child.line());
      child.await();
      System.err.println(report);
      double seconds = report.path("seconds").path("total").asDouble();
      return new Built("Broadsheet's reindex, from .jsonl", seconds, PlainIndexing.size(index));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
