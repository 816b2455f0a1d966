package dev.broadsheet.bench;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.lucene.LuceneEngine;
import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.search.TextQueryParser;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measures typo tolerance: how often a misspelt word brings back what the right one finds, and how
 * often a right word is taken to be wrong.
 *
 * <p>Arguments: an index; a file of {@code 'right': 'wrong wrong'} entries; any number of texts
 * whose words are right, such as files of queries. Only what occurs in the index counts. {@code -v}
 * as last argument lists what went wrong.
 */
public final class TypoMeasure {
  private static final Pattern ENTRY = Pattern.compile("'([^']+)'\\s*:\\s*'([^']*)'");
  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final int PAGE = 10;

  /** Other work on the machine does not count. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final SearchEngine engine;
  private final PrintStream out;
  private final boolean verbose;

  private TypoMeasure(SearchEngine engine, PrintStream out, boolean verbose) {
    this.engine = engine;
    this.out = out;
    this.verbose = verbose;
  }

  /** Prints the figures. */
  public static void main(String[] arguments) throws IOException {
    List<String> files = new ArrayList<>(List.of(arguments));
    boolean verbose = files.remove("-v");
    try (SearchEngine engine =
        LuceneEngine.open(Path.of(files.getFirst()), LuceneSettings.DEFAULT)) {
      var measure = new TypoMeasure(engine, System.out, verbose);
      Map<String, Set<String>> pairs = pairs(Path.of(files.get(1)));
      measure.wrongWords(pairs);
      measure.rightWords("right words of the set", pairs.keySet());
      for (String file : files.subList(2, files.size())) {
        measure.rightWords("words of " + Path.of(file).getFileName(), words(Path.of(file)));
      }
    }
  }

  private static Map<String, Set<String>> pairs(Path file) throws IOException {
    Map<String, Set<String>> pairs = new LinkedHashMap<>();
    Matcher entry = ENTRY.matcher(Files.readString(file, StandardCharsets.UTF_8));
    while (entry.find()) {
      Set<String> wrong = pairs.computeIfAbsent(entry.group(1), right -> new LinkedHashSet<>());
      wrong.addAll(Arrays.asList(entry.group(2).strip().split("\\s+", -1)));
      wrong.remove("");
    }
    return pairs;
  }

  private static Set<String> words(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    return WORD.matcher(text).results()
        .map(match -> match.group())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void wrongWords(Map<String, Set<String>> pairs) {
    var figures = new Figures();
    pairs.forEach((right, wrongs) -> {
      Set<ArticleId> expected = ids(search(right, false));
      for (String wrong : wrongs) {
        figures.pairs++;
        boolean reachable = distance(wrong, right) <= reach(wrong);
        figures.reachable += reachable ? 1 : 0;
        if (reachable && !expected.isEmpty()) {
          pair(right, wrong, expected, figures);
        }
      }
    });
    figures.print(out);
  }

  private void pair(String right, String wrong, Set<ArticleId> expected, Figures figures) {
    long start = THREADS.getCurrentThreadCpuTime();
    SearchResult result = search(wrong, true);
    figures.times.add(THREADS.getCurrentThreadCpuTime() - start);
    Set<ArticleId> found = ids(result);
    found.retainAll(expected);
    double overlap = (double) found.size() / expected.size();
    figures.counted++;
    figures.withoutTypos += search(wrong, false).total() == 0 ? 1 : 0;
    figures.overlap += overlap;
    figures.any += found.isEmpty() ? 0 : 1;
    String corrected = result.wording().corrected().orElse("");
    String meant = result.wording().didYouMean().orElse("");
    figures.corrected += corrected.equals(right) ? 1 : 0;
    figures.didYouMean += meant.equals(right) ? 1 : 0;
    figures.none += corrected.isEmpty() && meant.isEmpty() ? 1 : 0;
    if (verbose && !corrected.equals(right) && !meant.equals(right)) {
      out.printf(
          Locale.ROOT,
          "  %s for %s: corrected '%s', did you mean '%s', overlap %.1f; as typed %d, right %d%n",
          wrong, right, corrected, meant, overlap, search(wrong, false).total(),
          search(right, false).total());
    }
  }

  private void rightWords(String name, Set<String> words) {
    int found = 0;
    int rare = 0;
    int corrected = 0;
    int meant = 0;
    for (String word : words) {
      long total = search(word, false).total();
      if (total > 0) {
        found++;
        rare += total < PAGE ? 1 : 0;
        SearchResult result = search(word, true);
        corrected += result.wording().corrected().isPresent() ? 1 : 0;
        meant += result.wording().didYouMean().isPresent() ? 1 : 0;
        if (verbose && !result.wording().corrected().equals(result.wording().didYouMean())) {
          out.println("  right word " + word + " (" + total + "): " + result.wording());
        }
      }
    }
    out.printf(
        Locale.ROOT,
        "%s: %d in the index, %d of them in fewer than %d items; %d corrected, %d with a did-you-mean%n",
        name, found, rare, PAGE, corrected, meant);
  }

  private SearchResult search(String words, boolean typos) {
    return engine.search(
        new SearchRequest(
            TextQueryParser.parse(words),
            List.of(),
            SortOrder.RELEVANCE,
            new SearchRequest.Page(1, PAGE),
            new FacetRequest(List.of(), 0, DateInterval.AUTO),
            ZoneOffset.UTC,
            new SearchRequest.Options(typos, false, false, false)));
  }

  private static Set<ArticleId> ids(SearchResult result) {
    return result.hits().stream()
        .map(hit -> hit.article().id())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** How many edits the contract promises for a word. */
  private static int reach(String word) {
    if (!WORD.matcher(word).matches() || word.length() < 4) {
      return 0;
    }
    return word.length() < 8 ? 1 : 2;
  }

  /** The optimal string alignment distance. */
  private static int distance(String a, String b) {
    int[][] costs = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        costs[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : least(costs, a, i, b, j);
      }
    }
    return costs[a.length()][b.length()];
  }

  private static int least(int[][] costs, String a, int i, String b, int j) {
    int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(costs[i - 1][j], costs[i][j - 1]) + 1;
    least = Math.min(least, costs[i - 1][j - 1] + other);
    boolean swapped =
        i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, costs[i - 2][j - 2] + 1) : least;
  }

  private static final class Figures {
    private int pairs;
    private int reachable;
    private int counted;
    private int withoutTypos;
    private int corrected;
    private int didYouMean;
    private int none;
    private int any;
    private double overlap;
    private final List<Long> times = new ArrayList<>();

    void print(PrintStream out) {
      List<Long> sorted = times.stream().sorted().toList();
      out.printf(
          Locale.ROOT,
          "%d pairs, %d in reach, %d of these with the right word in the index%n"
              + "  %d find nothing as typed%n"
              + "  %d corrected to the right word, %d with the right word as did-you-mean,"
              + " %d with neither%n"
              + "  %.1f %% of the right word's first page comes back; %d of its pages in part%n"
              + "  processor time of a search: p50 %d µs, p99 %d µs%n",
          pairs, reachable, counted, withoutTypos, corrected, didYouMean, none,
          100 * overlap / counted, any,
          percentile(sorted, 50), percentile(sorted, 99));
    }

    private static long percentile(List<Long> sorted, int percent) {
      return Duration.ofNanos(sorted.get((sorted.size() - 1) * percent / 100)).toNanos() / 1000;
    }
  }
}
