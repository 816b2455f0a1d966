package dev.broadsheet.bench;

import dev.broadsheet.lucene.LuceneEngine;
import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.search.SuggestRequest;
import dev.broadsheet.search.TextQueryParser;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Times suggestions for every keystroke of some queries, beside the search for the same text with
 * its last word unfinished, in the processor time of one thread. Arguments: an index, and the
 * queries.
 */
public final class SuggestBench {
  private static final int ROUNDS = 4;

  /** What is typed. */
  static final List<String> QUERIES =
      List.of(
          "artificial intelligence",
          "facebook privacy",
          "coronavirus vaccine",
          "donald trump",
          "face mask",
          "premier league",
          "the white house",
          "hong kong security law",
          "artifical inteligence",
          "beyoncé");

  private SuggestBench() {}

  /** Prints the figures; the rounds before the last one are to warm up. */
  public static void main(String[] arguments) {
    List<String> queries =
        arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : QUERIES;
    try (SearchEngine engine =
        LuceneEngine.open(Path.of(arguments[0]), LuceneSettings.DEFAULT)) {
      double[] suggesting = {};
      double[] searching = {};
      for (int round = 0; round < ROUNDS; round++) {
        suggesting =
            times(queries, text -> engine.suggest(new SuggestRequest(text, List.of(), 10)));
        searching = times(queries, text -> engine.search(request(text)));
      }
      print("suggestions", suggesting);
      print("search of the unfinished word", searching);
      System.out.printf(
          Locale.ROOT, "ratio of the medians: %.1f%n", at(suggesting, 0.5) / at(searching, 0.5));
    }
  }

  private static SearchRequest request(String text) {
    return new SearchRequest(
        TextQueryParser.parseUnfinished(text),
        List.of(),
        SortOrder.RELEVANCE,
        new SearchRequest.Page(1, 10),
        new FacetRequest(List.of(), 0, DateInterval.AUTO),
        ZoneOffset.UTC,
        SearchRequest.Options.DEFAULT);
  }

  /** In milliseconds, from least to most. */
  private static double[] times(List<String> queries, Consumer<String> action) {
    List<Double> times = new ArrayList<>();
    for (String query : queries) {
      for (int end = 1; end <= query.length(); end++) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        action.accept(query.substring(0, end));
        times.add(
            (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6);
      }
    }
    return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static void print(String what, double[] times) {
    System.out.printf(
        Locale.ROOT,
        "%-30s %4d texts; p50 %.1f, p90 %.1f, p99 %.1f, worst %.1f ms%n",
        what,
        times.length,
        at(times, 0.5),
        at(times, 0.9),
        at(times, 0.99),
        Arrays.stream(times).max().orElse(0));
  }

  /** A quantile. */
  static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
  }
}
