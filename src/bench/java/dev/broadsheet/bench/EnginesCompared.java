package dev.broadsheet.bench;

import dev.broadsheet.corpus.CorpusLimits;
import dev.broadsheet.corpus.CorpusReader;
import dev.broadsheet.indexing.IndexTarget;
import dev.broadsheet.indexing.ReindexProgress;
import dev.broadsheet.indexing.ReindexReport;
import dev.broadsheet.indexing.ReindexRequest;
import dev.broadsheet.indexing.Reindexer;
import dev.broadsheet.lucene.LuceneEngine;
import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.opensearch.OpenSearchEngine;
import dev.broadsheet.opensearch.OpenSearchSettings;
import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQueryParser;
import dev.broadsheet.words.QualityBoost;
import dev.broadsheet.words.Ranking;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Asks both engines the same, over the same corpus: requests drawn from all parameters, with words
 * of its headlines. Says how many totals, facets and hits are the same, and how much of the first
 * ten is by relevance. {@code corpus=FOLDER index=FOLDER url=http://… requests=500 load=true}
 */
public final class EnginesCompared {
  private static final int PAGE = 10;

  private final SearchEngine embedded;
  private final SearchEngine cluster;
  private final Random random;
  private final List<Hit> sample;
  private final List<String> topics;
  private final List<String> providers;
  private int equalTotals;
  private int equalFacets;
  private int byField;
  private int equalHits;
  private int byRelevance;
  private int sameOrder;
  private double overlap;
  private long embeddedNanos;
  private long clusterNanos;

  private EnginesCompared(SearchEngine embedded, SearchEngine cluster, long seed) {
    this.embedded = embedded;
    this.cluster = cluster;
    this.random = new Random(seed);
    this.sample = sample(embedded);
    SearchResult all = embedded.search(all(1, 0, SortOrder.NEWEST, 200));
    this.topics = values(all, FacetField.TOPIC);
    this.providers = values(all, FacetField.PROVIDER);
  }

  /** Loads, if asked to, and compares. */
  public static void main(String[] arguments) {
    var options = new Options(arguments);
    Path corpus = options.path("corpus");
    Path index = options.path("index");
    var url = options.url("url").orElseThrow();
    int requests = (int) options.whole("requests", 500);
    long seed = options.whole("seed", 1);
    int shards = (int) options.whole("shards", 1);
    int replicas = (int) options.whole("replicas", 0);
    boolean load = options.flag("load");
    options.end();
    var settings =
        new OpenSearchSettings(
            new OpenSearchSettings.Cluster(List.of(url), Optional.empty(), Optional.empty()),
            new OpenSearchSettings.Index("compared", shards, replicas),
            QualityBoost.DEFAULT,
            false,
            Ranking.DEFAULT,
            Optional.empty());
    if (load) {
      load("embedded", corpus, LuceneEngine.target(index, LuceneSettings.DEFAULT));
      load("cluster", corpus, OpenSearchEngine.target(settings));
    }
    try (SearchEngine embedded = LuceneEngine.open(index, LuceneSettings.DEFAULT);
        SearchEngine cluster = OpenSearchEngine.open(settings)) {
      System.out.println(embedded.stats());
      System.out.println(cluster.stats());
      var compared = new EnginesCompared(embedded, cluster, seed);
      for (int i = 0; i < requests; i++) {
        compared.compare(compared.request());
      }
      compared.print(requests);
    }
  }

  private static void load(String name, Path corpus, IndexTarget target) {
    var reader = new CorpusReader(corpus, CorpusLimits.DEFAULT);
    ReindexReport report =
        new Reindexer(reader, target, 2, Clock.systemUTC())
            .run(new ReindexRequest(true, false, true), ReindexProgress.SILENT);
    System.out.printf(
        Locale.ROOT, "%s: %s, %,.0f items/s%n", name, report.timing(), report.itemsPerSecond());
  }

  private static SearchRequest all(int page, int size, SortOrder sort, int facets) {
    return new SearchRequest(
        TextQuery.ALL,
        List.of(),
        sort,
        new SearchRequest.Page(page, size),
        new FacetRequest(
            List.of(FacetField.TOPIC, FacetField.PROVIDER), facets, DateInterval.AUTO),
        ZoneOffset.UTC,
        SearchRequest.Options.DEFAULT);
  }

  private static List<Hit> sample(SearchEngine engine) {
    List<Hit> sample = new ArrayList<>();
    for (SortOrder sort : SortOrder.values()) {
      sample.addAll(engine.search(all(1, 400, sort, 0)).hits());
    }
    return sample;
  }

  private static List<String> values(SearchResult result, FacetField field) {
    return result.facets().stream()
        .filter(facet -> facet.field() == field)
        .flatMap(facet -> facet.values().stream())
        .map(FacetCounts.Value::value)
        .toList();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private SearchRequest request() {
    List<Filter> filters = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      filters.add(new Filter.Values(FacetField.TOPIC, List.of(any(topics)), List.of()));
    }
    if (random.nextInt(4) == 0) {
      filters.add(
          new Filter.Values(
              FacetField.PROVIDER, List.of(any(providers), any(providers)), List.of()));
    }
    if (random.nextInt(5) == 0) {
      filters.add(new Filter.Values(FacetField.TOPIC, List.of(), List.of(any(topics))));
    }
    if (random.nextInt(4) == 0) {
      Instant from = Instant.parse("2020-04-01T00:00:00Z").plusSeconds(random.nextInt(6_000_000));
      filters.add(
          new Filter.DateRange(
              Optional.of(from), Optional.of(from.plusSeconds(random.nextInt(3_000_000)))));
    }
    if (random.nextInt(6) == 0) {
      filters.add(
          new Filter.QualityRange(OptionalDouble.of(random.nextInt(80)), OptionalDouble.empty()));
    }
    boolean words = random.nextInt(5) > 0;
    return new SearchRequest(
        words ? query() : TextQuery.ALL,
        filters,
        any(List.of(SortOrder.values())),
        new SearchRequest.Page(1 + random.nextInt(3), PAGE),
        new FacetRequest(
            List.of(FacetField.TOPIC, FacetField.PROVIDER, FacetField.CATEGORY, FacetField.DATE),
            PAGE,
            any(List.of(DateInterval.values()))),
        random.nextBoolean() ? ZoneOffset.UTC : ZoneId.of("Europe/Berlin"),
        new SearchRequest.Options(true, random.nextInt(8) == 0, random.nextBoolean(), false));
  }

  private TextQuery query() {
    List<String> title = List.of(any(sample).article().text().title().split("\\s+"));
    int first = random.nextInt(title.size());
    int last = Math.min(title.size(), first + 1 + random.nextInt(4));
    String words = String.join(" ", title.subList(first, last));
    String typed =
        switch (random.nextInt(8)) {
          case 0 -> "\"" + words + "\"";
          case 1 -> words + " -" + any(title);
          case 2 -> "title:" + words;
          case 3 -> words.substring(0, 1 + words.length() / 2) + "*";
          case 4 -> misspelt(words);
          default -> words;
        };
    return random.nextInt(6) == 0
        ? TextQueryParser.parseUnfinished(typed)
        : TextQueryParser.parse(typed);
  }

  private String misspelt(String words) {
    int at = random.nextInt(words.length());
    return words.substring(0, at) + words.substring(Math.min(words.length(), at + 1));
  }

  private void compare(SearchRequest request) {
    long start = System.nanoTime();
    SearchResult one = embedded.search(request);
    long between = System.nanoTime();
    SearchResult other = cluster.search(request);
    clusterNanos += System.nanoTime() - between;
    embeddedNanos += between - start;
    equalTotals += count(one.total() == other.total(), "totals", request, one, other);
    equalFacets += count(one.facets().equals(other.facets()), "facets", request, one, other);
    List<String> ids = ids(one);
    List<String> otherIds = ids(other);
    if (request.sort() != SortOrder.RELEVANCE) {
      byField++;
      equalHits += count(ids.equals(otherIds), "hits", request, one, other);
    } else if (!ids.isEmpty()) {
      byRelevance++;
      sameOrder += ids.equals(otherIds) ? 1 : 0;
      overlap += (double) ids.stream().filter(otherIds::contains).count() / ids.size();
    }
  }

  private static int count(
      boolean same, String what, SearchRequest request, SearchResult one, SearchResult other) {
    if (!same) {
      System.out.printf(
          Locale.ROOT,
          "%s differ: %,d and %,d, %s and %s: %s%n",
          what,
          one.total(),
          other.total(),
          one.wording(),
          other.wording(),
          request);
    }
    return same ? 1 : 0;
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream()
        .map(hit -> hit.article().id().value())
        .collect(Collectors.toList());
  }

  private void print(int requests) {
    System.out.printf(
        Locale.ROOT,
        "%d requests: %d totals the same, %d facets; by field %d of %d pages; by relevance %d of"
            + " %d pages to the last place, %.3f of the hits%n",
        requests,
        equalTotals,
        equalFacets,
        equalHits,
        byField,
        sameOrder,
        byRelevance,
        overlap / Math.max(1, byRelevance));
    System.out.printf(
        Locale.ROOT,
        "a request: embedded %.1f ms, cluster %.1f ms%n",
        embeddedNanos / 1e6 / requests,
        clusterNanos / 1e6 / requests);
  }
}
