package dev.broadsheet.lucene;

import dev.broadsheet.corpus.CorpusLimits;
import dev.broadsheet.corpus.CorpusReader;
import dev.broadsheet.indexing.MeaningReindexer;
import dev.broadsheet.indexing.ReindexProgress;
import dev.broadsheet.indexing.ReindexRequest;
import dev.broadsheet.indexing.Reindexer;
import dev.broadsheet.lucene.NearItems.Near;
import dev.broadsheet.meaning.Embedder;
import dev.broadsheet.meaning.Models;
import dev.broadsheet.meaning.Vector;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchObserver;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.search.TextQueryParser;
import dev.broadsheet.words.MeaningScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;

/**
 * Measures search by meaning over a corpus: how fast it is embedded, how much room it takes, how
 * much of what is nearest the graph finds, and what searches cost with it and without. Its
 * arguments are a corpus, a folder for the index, which may be there already, and a file of queries,
 * one a line, of which the answers are shown.
 */
public final class NearBench {
  private static final int RUNS = 5;

  private NearBench() {}

  public static void main(String[] arguments) throws IOException {
    Path index = Path.of(arguments[1]);
    List<String> queries = Files.readAllLines(Path.of(arguments[2]));
    try (Embedder embedder = Models.open()) {
      build(Path.of(arguments[0]), index, embedder);
      try (SearchEngine engine =
          LuceneEngine.open(
              index,
              LuceneSettings.DEFAULT,
              Optional.empty(),
              SearchObserver.NONE,
              Optional.of(embedder))) {
        System.out.println(engine.stats());
        for (boolean meaning : new boolean[] {false, true, false, true}) {
          time(engine, queries, meaning);
        }
        queries.forEach(query -> show(engine, query));
      }
      recall(index, embedder, queries);
    }
  }

  private static void build(Path corpus, Path index, Embedder embedder) {
    var target = LuceneEngine.target(index, LuceneSettings.DEFAULT, Optional.of(embedder.space()));
    new Reindexer(new CorpusReader(corpus, CorpusLimits.DEFAULT), target, 2, Clock.systemUTC())
        .run(new ReindexRequest(false, false, false), ReindexProgress.SILENT);
    long start = System.nanoTime();
    long embedded = new MeaningReindexer(target, embedder, 2).run(ReindexProgress.SILENT);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "embedded %d in %.1f s: %.0f/s%n", embedded, seconds, embedded / seconds);
  }

  private static void time(SearchEngine engine, List<String> queries, boolean meaning) {
    long start = System.nanoTime();
    for (int run = 0; run < RUNS; run++) {
      queries.forEach(query -> search(engine, query, meaning));
    }
    double millis = (System.nanoTime() - start) / 1e6 / RUNS / queries.size();
    System.out.printf(Locale.ROOT, "meaning %s: %.2f ms a search%n", meaning, millis);
  }

  private static SearchResult search(SearchEngine engine, String query, boolean meaning) {
    return engine.search(
        new SearchRequest(
            TextQueryParser.parse(query),
            List.of(),
            SortOrder.RELEVANCE,
            new SearchRequest.Page(1, 10),
            FacetRequest.NONE,
            ZoneOffset.UTC,
            new SearchRequest.Options(true, false, false, false, meaning)));
  }

  private static void show(SearchEngine engine, String query) {
    SearchResult words = search(engine, query, false);
    SearchResult both = search(engine, query, true);
    System.out.printf(
        Locale.ROOT, "== %s: words %d%s, both %d, added %s%n",
        query,
        words.total(),
        words.wording().relaxed() ? " (relaxed)" : "",
        both.total(),
        both.byMeaning());
    Set<String> byWords = new HashSet<>();
    words.hits().forEach(hit -> byWords.add(hit.article().id().value()));
    for (Hit hit : both.hits().subList(0, Math.min(5, both.hits().size()))) {
      String mark = hit.byMeaning() ? "m" : byWords.contains(hit.article().id().value()) ? "w" : "+";
      System.out.printf(Locale.ROOT, "   %s %s%n", mark, hit.article().text().title());
    }
  }

  /** Of the ten nearest of all, as many as a search for a hundred by the graph finds first. */
  private static void recall(Path index, Embedder embedder, List<String> queries)
      throws IOException {
    String field = Schema.vector(embedder.space());
    try (Searchers searchers = Searchers.open(index)) {
      double recall =
          searchers.lend(snapshot -> {
            double sum = 0;
            for (String query : queries) {
              sum += recall(snapshot, field, embedder.embed(query));
            }
            return sum / queries.size();
          });
      System.out.printf(Locale.ROOT, "recall@10 %.4f over %d queries%n", recall, queries.size());
    }
  }

  private static double recall(Snapshot snapshot, String field, Vector query) throws IOException {
    List<Near> all = new ArrayList<>();
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      ByteVectorValues values = leaf.reader().getByteVectorValues(field);
      if (values != null) {
        VectorScorer scorer = values.scorer(query.bytes());
        for (int document = scorer.iterator().nextDoc();
            document != DocIdSetIterator.NO_MORE_DOCS;
            document = scorer.iterator().nextDoc()) {
          if (StoredDocuments.isLive(leaf.reader().getLiveDocs(), document)) {
            all.add(new Near(leaf.docBase + document, scorer.score()));
          }
        }
      }
    }
    all.sort(Comparator.comparingDouble(near -> -near.cosine()));
    Set<Integer> exact = new HashSet<>();
    all.stream().limit(10).forEach(near -> exact.add(near.document()));
    var near = new NearItems(snapshot, field);
    List<Near> graph = near.find(query, MeaningScale.MOST, Optional.empty());
    long right =
        graph.subList(0, Math.min(10, graph.size())).stream()
            .filter(it -> exact.contains(it.document()))
            .count();
    return (double) right / exact.size();
  }
}
