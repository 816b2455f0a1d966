package dev.broadsheet.bench;

import dev.broadsheet.http.ParsedSearch;
import dev.broadsheet.lucene.LuceneEngine;
import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How answers slow down as an index grows: {@code queries=FILE indexes=INDEX,INDEX,…}, smallest
 * first, and, if other than these, {@code rounds=3 warmup=4 seconds=3}. One thread asks the same
 * queries of all, in turns, without facets and with those on topic and provider. Of each class, and
 * of all that rank what they find, it prints the median latency of a first page, the mean number of
 * hits, and the median with facets.
 */
public final class Growth {
  private Growth() {}

  /** Prints a row a class, and the growth from the first index to the last. */
  public static void main(String[] arguments) throws IOException {
    var options = new Options(arguments);
    QueryFile queries = QueryFile.read(options.path("queries"));
    List<Path> indexes =
        Arrays.stream(options.text("indexes", "").split(",")).map(Path::of).toList();
    int rounds = (int) options.whole("rounds", 3);
    Duration warmup = options.seconds("warmup", 4);
    Duration round = options.seconds("seconds", 3);
    options.end();
    List<SearchEngine> engines = new ArrayList<>();
    List<Contender> pages = new ArrayList<>();
    List<Contender> facets = new ArrayList<>();
    for (Path index : indexes) {
      SearchEngine engine = LuceneEngine.open(index, LuceneSettings.DEFAULT);
      engines.add(engine);
      pages.add(contender(index + " facets=none", engine, queries.with("facets=none")));
      facets.add(contender(index + " facets", engine, queries.with("facets=topic,provider")));
    }
    List<Contender> all = new ArrayList<>(pages);
    all.addAll(facets);
    Contender.race(all, rounds, warmup, round, System.err::println);
    Map<QueryClass, List<Double>> hits = new EnumMap<>(QueryClass.class);
    for (QueryClass sort : QueryClass.values()) {
      hits.put(sort, hits(sort, engines, queries));
      print(sort.label(), List.of(sort), pages, facets, hits.get(sort));
    }
    List<QueryClass> ranked =
        Arrays.stream(QueryClass.values()).filter(QueryClass::isRanked).toList();
    print("all that are ranked", ranked, pages, facets, ofMix(ranked, hits));
    engines.forEach(SearchEngine::close);
  }

  private static Contender contender(String name, SearchEngine engine, QueryFile queries) {
    var caller = new EngineCaller(engine, Requests.of(queries), false);
    return new Contender(name, new Load(queries, List.of(caller)), () -> Duration.ZERO);
  }

  /** The mean total of a class's first hundred queries, of each engine. */
  private static List<Double> hits(
      QueryClass sort, List<SearchEngine> engines, QueryFile queries) {
    List<ParsedSearch> searches = Requests.of(queries.with("facets=topic&size=0"));
    List<Double> means = new ArrayList<>();
    for (SearchEngine engine : engines) {
      long total = 0;
      int count = 0;
      for (int i = 0; i < queries.size() && count < 100; i++) {
        if (queries.classes().get(i).equals(sort.label())) {
          SearchResult result = searches.get(i).ask(engine);
          total += result.total();
          count++;
        }
      }
      means.add((double) total / Math.max(1, count));
    }
    return means;
  }

  /** The mean total of several classes, each by how many of it the mix has. */
  private static List<Double> ofMix(
      List<QueryClass> sorts, Map<QueryClass, List<Double>> hits) {
    double all = sorts.stream().mapToInt(QueryClass::weight).sum();
    return IntStream.range(0, hits.get(sorts.getFirst()).size())
        .mapToObj(i ->
            sorts.stream().mapToDouble(sort -> hits.get(sort).get(i) * sort.weight() / all).sum())
        .toList();
  }

  private static void print(
      String name,
      List<QueryClass> sorts,
      List<Contender> pages,
      List<Contender> facets,
      List<Double> hits) {
    var row = new StringBuilder("| " + name + " |");
    double[] page = medians(sorts, pages);
    double[] counted = medians(sorts, facets);
    for (int i = 0; i < page.length; i++) {
      row.append(
          String.format(Locale.ROOT, " %,.0f hits: %.0f, %.0f us |", hits.get(i), page[i], counted[i]));
    }
    int last = page.length - 1;
    row.append(
        String.format(
            Locale.ROOT,
            " hits x%.1f: page x%.1f, with facets x%.1f |",
            hits.get(last) / hits.getFirst(),
            page[last] / page[0],
            counted[last] / counted[0]));
    System.out.println(row);
  }

  private static double[] medians(List<QueryClass> sorts, List<Contender> contenders) {
    List<String> labels = sorts.stream().map(QueryClass::label).toList();
    return contenders.stream().mapToDouble(it -> it.report().of(labels, 50) * 1e3).toArray();
  }
}
