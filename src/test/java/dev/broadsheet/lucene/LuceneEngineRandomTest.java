package dev.broadsheet.lucene;

import dev.broadsheet.contract.RandomSearchContract;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.fixture.Thorough;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.words.Ranking;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Thorough
final class LuceneEngineRandomTest extends RandomSearchContract {
  /** The matcher wants every word. */
  private static final LuceneSettings SETTINGS =
      LuceneSettings.DEFAULT.withRanking(Ranking.DEFAULT.withRelaxing(Ranking.Relaxing.OFF));

  @TempDir private Path folder;

  @Override
  protected SearchEngine open(List<ArticleBuilder> articles) {
    TestIndex.writeInSteps(LuceneEngine.target(folder, SETTINGS), articles, 3);
    return LuceneEngine.open(folder, SETTINGS);
  }
}
