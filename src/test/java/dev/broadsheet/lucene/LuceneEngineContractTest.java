package dev.broadsheet.lucene;

import dev.broadsheet.contract.SearchEngineContract;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.words.QualityBoost;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

final class LuceneEngineContractTest extends SearchEngineContract {
  @TempDir private Path folder;
  private int opened;

  @Override
  protected SearchEngine open(List<ArticleBuilder> articles) {
    return open(articles, LuceneSettings.DEFAULT);
  }

  @Override
  protected SearchEngine openPublishedOnly(List<ArticleBuilder> articles) {
    return open(articles, new LuceneSettings(QualityBoost.DEFAULT, true));
  }

  private SearchEngine open(List<ArticleBuilder> articles, LuceneSettings settings) {
    Path index = folder.resolve("index-" + opened++);
    TestIndex.write(LuceneEngine.target(index, settings), articles);
    return LuceneEngine.open(index, settings);
  }
}
