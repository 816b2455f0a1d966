package dev.broadsheet.opensearch;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.OpenSearchNode;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.words.QualityBoost;
import dev.broadsheet.words.Ranking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens the cluster engine over articles, each time in another index of the shared node. */
final class OpenSearchIndexes {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final List<String> USED = new ArrayList<>();

  /** To delete an index takes the cluster as long as to make one; many at once take no longer. */
  private static final int AT_ONCE = 25;

  private OpenSearchIndexes() {}

  /** Settings for an index that nobody has used; those used before are deleted. */
  static OpenSearchSettings unused(boolean onlyPublished) {
    return unused(onlyPublished, Ranking.DEFAULT);
  }

  private static OpenSearchSettings unused(boolean onlyPublished, Ranking ranking) {
    if (USED.size() >= AT_ONCE) {
      deleteUsed();
    }
    String alias = "t" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    USED.add(alias);
    return new OpenSearchSettings(
        new OpenSearchSettings.Cluster(
            List.of(OpenSearchNode.shared()), Optional.empty(), Optional.empty()),
        new OpenSearchSettings.Index(alias, 1, 0),
        QualityBoost.DEFAULT,
        onlyPublished,
        ranking,
        Optional.empty());
  }

  static SearchEngine open(List<ArticleBuilder> articles, boolean onlyPublished) {
    OpenSearchSettings settings = unused(onlyPublished);
    TestIndex.write(OpenSearchEngine.target(settings), articles);
    return OpenSearchEngine.open(settings);
  }

  /** The same, with deleted documents in it. */
  static SearchEngine openInSteps(List<ArticleBuilder> articles, Ranking ranking, int steps) {
    OpenSearchSettings settings = unused(false, ranking);
    TestIndex.writeInSteps(OpenSearchEngine.target(settings), articles, steps);
    return OpenSearchEngine.open(settings);
  }

  private static void deleteUsed() {
    var cluster =
        new OpenSearchSettings.Cluster(
            List.of(OpenSearchNode.shared()), Optional.empty(), Optional.empty());
    try (Cluster node = Cluster.of(cluster)) {
      node.delete("/" + String.join(",", USED.stream().map(alias -> alias + "-g*").toList()));
      USED.clear();
    } catch (IOException e) {
      throw new AssertionError("can't delete the indices of other tests", e);
    }
  }
}
