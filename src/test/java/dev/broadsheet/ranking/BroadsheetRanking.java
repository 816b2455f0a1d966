package dev.broadsheet.ranking;

import dev.broadsheet.corpus.CorpusLimits;
import dev.broadsheet.corpus.CorpusReader;
import dev.broadsheet.indexing.MeaningReindexer;
import dev.broadsheet.indexing.ReindexProgress;
import dev.broadsheet.indexing.ReindexRequest;
import dev.broadsheet.indexing.Reindexer;
import dev.broadsheet.lucene.LuceneEngine;
import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.meaning.Embedder;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchObserver;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.search.TextQueryParser;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Broadsheet finds: a corpus read, indexed and searched as its commands do it. */
public final class BroadsheetRanking implements AutoCloseable {
  private final SearchEngine engine;

  private BroadsheetRanking(SearchEngine engine) {
    this.engine = engine;
  }

  /** Indexes a collection into a folder. */
  public static void index(JudgedCollection collection, Path index, LuceneSettings settings) {
    var corpus = new CorpusReader(collection.corpus(), CorpusLimits.DEFAULT);
    var reindexer =
        new Reindexer(corpus, LuceneEngine.target(index, settings), 2, Clock.systemUTC());
    reindexer.run(new ReindexRequest(true, false, false), ReindexProgress.SILENT);
  }

  /** Gives what was indexed its vectors. */
  public static void embed(Path index, LuceneSettings settings, Embedder embedder) {
    var target = LuceneEngine.target(index, settings, Optional.of(embedder.space()));
    new MeaningReindexer(target, embedder, 2).run(ReindexProgress.SILENT);
  }

  /** Opens what was indexed. */
  public static BroadsheetRanking open(Path index, LuceneSettings settings) {
    return open(index, settings, Optional.empty());
  }

  /** The same, with what makes the vectors of queries. */
  public static BroadsheetRanking open(
      Path index, LuceneSettings settings, Optional<Embedder> embedder) {
    return new BroadsheetRanking(
        LuceneEngine.open(index, settings, Optional.empty(), SearchObserver.NONE, embedder));
  }

  /** The best hundred URLs, by words. */
  public List<String> search(String text) {
    return search(text, false);
  }

  /** The best hundred URLs, by words and meaning. */
  public List<String> searchByMeaning(String text) {
    return search(text, true);
  }

  /** The scores of the best hundred by words, in their order. */
  public Map<String, Double> scores(String text) {
    Map<String, Double> scores = new LinkedHashMap<>();
    for (Hit hit : hits(text, false)) {
      scores.put(url(hit), hit.score().orElseThrow());
    }
    return scores;
  }

  private List<String> search(String text, boolean meaning) {
    return hits(text, meaning).stream().map(BroadsheetRanking::url).toList();
  }

  private static String url(Hit hit) {
    return hit.article().links().sourceUrl().orElseThrow();
  }

  private List<Hit> hits(String text, boolean meaning) {
    var request =
        new SearchRequest(
            TextQueryParser.parse(text),
            List.of(),
            SortOrder.RELEVANCE,
            new SearchRequest.Page(1, 100),
            FacetRequest.NONE,
            ZoneOffset.UTC,
            new SearchRequest.Options(true, false, false, false, meaning));
    return engine.search(request).hits();
  }

  @Override
  public void close() {
    engine.close();
  }
}
