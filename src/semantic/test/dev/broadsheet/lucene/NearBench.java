package dev.broadsheet.lucene;

import dev.broadsheet.article.Text;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;

/**
 * Measures search by meaning over a corpus: how fast it is embedded, how much room it takes, how
 * much of what is nearest the graph finds, what searches cost with it and without, and what it
 * changes. Its arguments are a corpus, a folder for the index, which may be there already, and a file
 * of queries, one a line; behind a tab, a regular expression may say what is looked for.
 */
public final class NearBench {
  private static final int RUNS = 5;
  private static final int SHOWN = 10;
  private static final int TITLES = 500;

  private NearBench() {}

  public static void main(String[] arguments) throws IOException {
    Path index = Path.of(arguments[1]);
    List<Wanted> wanted =
        Files.readAllLines(Path.of(arguments[2])).stream().map(Wanted::of).toList();
    List<String> queries = wanted.stream().map(Wanted::query).toList();
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
        wanted.forEach(it -> show(engine, it));
      }
      recall(index, embedder);
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

  private static void show(SearchEngine engine, Wanted wanted) {
    SearchResult words = search(engine, wanted.query(), false);
    SearchResult both = search(engine, wanted.query(), true);
    System.out.printf(
        Locale.ROOT, "== %s: words %d%s, both %d, added %s; %s%n",
        wanted.query(),
        words.total(),
        words.wording().relaxed() ? " (relaxed)" : "",
        both.total(),
        both.byMeaning(),
        wanted.pattern().isPresent()
            ? "wanted at " + wanted.rank(words) + " by words, " + wanted.rank(both) + " by both"
            : foundByMeaning(both) + " of the first ten by meaning alone");
    for (Hit hit : both.hits().subList(0, Math.min(5, both.hits().size()))) {
      String mark = hit.byMeaning() ? "m" : ids(words).contains(id(hit)) ? "w" : "+";
      System.out.printf(Locale.ROOT, "   %s %s%n", mark, hit.article().text().title());
    }
  }

  private static long foundByMeaning(SearchResult result) {
    return result.hits().stream().filter(Hit::byMeaning).count();
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(NearBench::id).toList();
  }

  private static String id(Hit hit) {
    return hit.article().id().value();
  }

  /** A query, and what the title or the excerpt of an item looks like that answers it. */
  private record Wanted(String query, Optional<Pattern> pattern) {
    static Wanted of(String line) {
      String[] parts = line.split("\t", 2);
      return new Wanted(
          parts[0],
          parts.length == 2 && !parts[1].isEmpty()
              ? Optional.of(Pattern.compile(parts[1]))
              : Optional.empty());
    }

    /** From 1; "none" where none of the first ten answers it. */
    String rank(SearchResult result) {
      for (int i = 0; i < result.hits().size(); i++) {
        Text text = result.hits().get(i).article().text();
        if (pattern.orElseThrow().matcher(text.title() + " " + text.excerpt().orElse("")).find()) {
          return Integer.toString(i + 1);
        }
      }
      return "none";
    }
  }

  /**
   * Of the ten nearest of all, as many as a search for a hundred by the graph finds; over the titles
   * of items that lie evenly apart.
   */
  private static void recall(Path index, Embedder embedder) throws IOException {
    String field = Schema.vector(embedder.space());
    try (Searchers searchers = Searchers.open(index)) {
      double recall =
          searchers.lend(snapshot -> {
            int items = snapshot.reader().maxDoc();
            double sum = 0;
            for (int i = 0; i < TITLES; i++) {
              int document = (int) ((long) i * items / TITLES);
              String title = snapshot.article(document).text().title();
              sum += recall(snapshot, field, embedder.embed(title));
            }
            return sum / TITLES;
          });
      System.out.printf(Locale.ROOT, "recall@10 %.4f over %d titles%n", recall, TITLES);
    }
  }

  /** Many items say the same in the same words: which of those is found makes no difference. */
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
            all.add(new Near(leaf.docBase + document, 2 * scorer.score() - 1));
          }
        }
      }
    }
    all.sort(Comparator.comparingDouble(near -> -near.cosine()));
    float tenth = all.get(SHOWN - 1).cosine();
    var near = new NearItems(snapshot, field);
    long right =
        near.find(query, MeaningScale.MOST, Optional.empty()).stream()
            .limit(SHOWN)
            .filter(it -> it.cosine() >= tenth)
            .count();
    return (double) right / SHOWN;
  }
}
