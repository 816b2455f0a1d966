package dev.broadsheet.bench;

import dev.broadsheet.http.ParsedSearch;
import dev.broadsheet.lucene.LuceneEngine;
import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.words.Ranking;
import dev.broadsheet.words.Ranking.Relaxing;
import dev.broadsheet.search.SearchEngine;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Measures one mix of queries in turns: by plain Lucene and by Broadsheet's engine in this process,
 * and by servers over HTTP: {@code queries=FILE plain=INDEX broadsheet=INDEX}, and, if other than
 * these, {@code url= strict= opensearch= threads=2 connections=8 rounds=3 warmup=10 seconds=3
 * more=}. Strict is a Broadsheet server that never relaxes. More are parameters for all queries,
 * such as {@code more=typos=off}. Without facets, and with those on topic and provider. No threads
 * leaves out what is in this process, so that servers can be raced alone. A server that is given by
 * its address alone is not asked for its processor time.
 */
public final class SearchBench {
  private static final List<String> FACETS = List.of("facets=none", "facets=topic,provider");

  /** As plain Lucene and OpenSearch are asked here: no item is found that lacks a word. */
  private static final LuceneSettings ALL_WORDS =
      LuceneSettings.DEFAULT.withRanking(Ranking.DEFAULT.withRelaxing(Relaxing.OFF));

  private final Settings settings;
  private final PlainSearch lucene;
  private final SearchEngine engine;
  private final SearchEngine strict;
  private final PrintStream out;

  private SearchBench(
      Settings settings,
      PlainSearch lucene,
      SearchEngine engine,
      SearchEngine strict,
      PrintStream out) {
    this.settings = settings;
    this.lucene = lucene;
    this.engine = engine;
    this.strict = strict;
    this.out = out;
  }

  /** What to measure. */
  record Settings(
      Path queries,
      Path plain,
      Path broadsheet,
      Optional<Server> server,
      Optional<Server> strict,
      Optional<Server> openSearch,
      Turns turns,
      String more) {}

  /** Where one answers, and the processor time that it has used so far. */
  record Server(URI url, Supplier<Duration> time) {
    static Server at(URI url) {
      return new Server(url, () -> Duration.ZERO);
    }
  }

  /** How long, and with how many at once. */
  record Turns(int threads, int connections, int rounds, Duration warmup, Duration round) {
    static Turns of(Options options) {
      return new Turns(
          (int) options.whole("threads", 2),
          (int) options.whole("connections", 8),
          (int) options.whole("rounds", 3),
          options.seconds("warmup", 10),
          options.seconds("seconds", 3));
    }
  }

  /** Prints two tables without facets, and two with. */
  public static void main(String[] arguments) throws IOException {
    var options = new Options(arguments);
    var settings =
        new Settings(
            options.path("queries"),
            options.path("plain"),
            options.path("broadsheet"),
            options.url("url").map(Server::at),
            options.url("strict").map(Server::at),
            options.url("opensearch").map(Server::at),
            Turns.of(options),
            options.text("more", ""));
    options.end();
    run(settings, System.out);
  }

  static void run(Settings settings, PrintStream out) throws IOException {
    try (PlainSearch lucene = new PlainSearch(settings.plain);
        SearchEngine engine = LuceneEngine.open(settings.broadsheet, LuceneSettings.DEFAULT);
        SearchEngine strict = LuceneEngine.open(settings.broadsheet, ALL_WORDS)) {
      var bench = new SearchBench(settings, lucene, engine, strict, out);
      for (String facets : FACETS) {
        bench.race(facets);
      }
    }
  }

  private void race(String facets) throws IOException {
    QueryFile mix = QueryFile.read(settings.queries).with(settings.more).with(facets);
    List<Contender> contenders = contenders(mix);
    Turns turns = settings.turns;
    Contender.race(contenders, turns.rounds, turns.warmup, turns.round, System.err::println);
    out.println(facets + "\n");
    var ratios = new Ratios(out, contenders);
    ratios.printAll();
    ratios.printClasses();
  }

  private List<Contender> contenders(QueryFile mix) {
    List<ParsedSearch> searches = Requests.of(mix);
    List<Contender> all = new ArrayList<>();
    if (settings.turns.threads > 0) {
      all.add(inProcess("plain Lucene", mix, new PlainCaller(lucene, searches)));
      all.add(inProcess("Broadsheet", mix, new EngineCaller(engine, searches, false)));
      all.add(
          inProcess(
              "the same, all words required", mix, new EngineCaller(strict, searches, false)));
      all.add(inProcess("Broadsheet + JSON", mix, new EngineCaller(engine, searches, true)));
    }
    settings.server.ifPresent(server -> all.add(broadsheet("Broadsheet over HTTP", mix, server)));
    settings.strict.ifPresent(server ->
        all.add(broadsheet("the same, all words required, over HTTP", mix, server)));
    settings.openSearch.ifPresent(server ->
        all.add(
            overHttp("OpenSearch", mix, server, OpenSearchQueries.requests(server.url, searches))));
    return all;
  }

  private Contender inProcess(String name, QueryFile mix, Caller caller) {
    var load = new Load(mix, Collections.nCopies(settings.turns.threads, caller));
    return new Contender(name, load, () -> Duration.ZERO);
  }

  private Contender broadsheet(String name, QueryFile mix, Server server) {
    return overHttp(name, mix, server, HttpCaller.searches(server.url, mix));
  }

  private Contender overHttp(String name, QueryFile mix, Server server, List<byte[]> requests) {
    int connections = settings.turns.connections;
    var load = new Load(mix, HttpCaller.open(server.url, requests, connections));
    return new Contender(name, load, server.time);
  }
}
