package dev.broadsheet.app;

import dev.broadsheet.analytics.QueryReport;
import dev.broadsheet.config.Config;
import dev.broadsheet.config.ConfigException;
import dev.broadsheet.corpus.CorpusException;
import dev.broadsheet.indexing.IndexLockedException;
import dev.broadsheet.indexing.IndexWriteException;
import dev.broadsheet.indexing.ReindexProgress;
import dev.broadsheet.indexing.ReindexReport;
import dev.broadsheet.indexing.ReindexRequest;
import dev.broadsheet.search.IndexCheck;
import dev.broadsheet.search.IndexStats;
import dev.broadsheet.search.SearchEngineException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What Broadsheet can do, over the corpus and the index that the settings name. */
public interface Application {
  /** All parts wired together; nothing is opened before it is needed. */
  static Application of(Config config, Clock clock) {
    return new WiredApplication(config, clock);
  }

  /** Whether there is an index. */
  boolean hasIndex();

  /**
   * Brings the index in line with the corpus.
   *
   * @throws CorpusException where the corpus as a whole can't be read
   * @throws IndexLockedException where another process is writing
   * @throws IndexWriteException where the index can't be written
   */
  ReindexReport reindex(ReindexRequest request, ReindexProgress progress);

  /**
   * Reads the whole corpus and writes nothing.
   *
   * @throws CorpusException where the corpus as a whole can't be read
   */
  CheckReport check(ReindexProgress progress);

  /**
   * Searches as the server does.
   *
   * @param parameters as those of the server's {@code /search}, by name
   * @throws InvalidSearchException where a parameter can't be taken
   * @throws SearchEngineException where there is no index, or it can't be read
   */
  CompletedSearch search(Map<String, List<String>> parameters);

  /**
   * What the index holds.
   *
   * @throws SearchEngineException where there is no index, or it can't be read
   */
  IndexStats stats();

  /**
   * What visitors looked for, as servers with these settings counted it.
   *
   * @param days the last so many, today included
   * @param size how long the lists may be
   * @throws ConfigException where nothing is counted
   * @throws IOException where the counts can't be read
   */
  QueryReport queries(int days, int size) throws IOException;

  /**
   * Reads all files of the index, and holds them against the checksums they were written with.
   *
   * @throws SearchEngineException where there is no index, or it can't be told where it is
   */
  IndexCheck verify();

  /**
   * Starts the server. Who starts it closes it.
   *
   * @throws SearchEngineException where there is no index, or it can't be read
   * @throws IOException where it can't listen at the host and port of the settings
   */
  RunningServer serve() throws IOException;
}
