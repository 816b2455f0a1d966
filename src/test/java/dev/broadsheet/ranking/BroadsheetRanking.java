package dev.broadsheet.ranking;

import dev.broadsheet.corpus.CorpusLimits;
import dev.broadsheet.corpus.CorpusReader;
import dev.broadsheet.indexing.ReindexProgress;
import dev.broadsheet.indexing.ReindexRequest;
import dev.broadsheet.indexing.Reindexer;
import dev.broadsheet.lucene.LuceneEngine;
import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.search.TextQueryParser;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

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

  /** Opens what was indexed. */
  public static BroadsheetRanking open(Path index, LuceneSettings settings) {
    return new BroadsheetRanking(LuceneEngine.open(index, settings));
  }

  /** The best hundred URLs. */
  public List<String> search(String text) {
    var request =
        new SearchRequest(
            TextQueryParser.parse(text),
            List.of(),
            SortOrder.RELEVANCE,
            new SearchRequest.Page(1, 100),
            FacetRequest.NONE,
            ZoneOffset.UTC,
            new SearchRequest.Options(true, false, false, false));
    return engine.search(request).hits().stream()
        .map(hit -> hit.article().links().sourceUrl().orElseThrow())
        .toList();
  }

  @Override
  public void close() {
    engine.close();
  }
}
