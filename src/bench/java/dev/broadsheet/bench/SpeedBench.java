package dev.broadsheet.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All ratios from one run: makes a corpus and queries for it, indexes it with plain Lucene and with
 * {@code ./broadsheet reindex}, starts two servers, one of which never relaxes, and measures the mix
 * in turns in this process and over HTTP. Run it from the repository's root. Arguments, if other
 * than these: {@code size=1_000_000 folder=target/speed queries=10_000 heap=512 opensearch=}, and
 * those of {@link SearchBench}. What is in the folder already is taken as it is; {@code fresh=true}
 * indexes again. {@code opensearch} is the address of one that {@link OpenSearchLoading} has loaded.
 */
public final class SpeedBench {
  private SpeedBench() {}

  /** Prints tables that can stand in a document. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = new Options(arguments);
    long size = options.whole("size", 1_000_000);
    Path folder = Path.of(options.text("folder", "target/speed")).resolve(String.valueOf(size));
    int count = (int) options.whole("queries", 10_000);
    int heap = (int) options.whole("heap", 512);
    boolean fresh = options.flag("fresh");
    Optional<URI> openSearch = options.url("opensearch");
    var turns = SearchBench.Turns.of(options);
    String more = options.text("more", "");
    options.end();

    Path corpus = folder.resolve("corpus");
    Path queries = folder.resolve("queries.txt");
    if (!Files.exists(queries)) {
      CorpusGenerator.writeFeed(corpus.resolve("news.jsonl"), size);
      QueryGenerator.write(corpus.resolve("news.jsonl"), queries, count);
    }
    var indexing = new IndexingRace(corpus, size, folder);
    if (fresh || !Files.exists(indexing.broadsheetIndex())) {
      indexing.run(System.out);
    }
    try (var server = BroadsheetServer.start(indexing.broadsheetIndex(), heap);
        var strict = BroadsheetServer.strict(indexing.broadsheetIndex(), heap)) {
      SearchBench.run(
          new SearchBench.Settings(
              queries,
              indexing.plainIndex(),
              indexing.broadsheetIndex(),
              Optional.of(server.raced()),
              Optional.of(strict.raced()),
              openSearch.map(SearchBench.Server::at),
              turns,
              more),
          System.out);
    }
  }
}
