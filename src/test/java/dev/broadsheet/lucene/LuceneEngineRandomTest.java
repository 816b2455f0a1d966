package dev.broadsheet.lucene;

import dev.broadsheet.contract.RandomSearchContract;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.search.SearchEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

final class LuceneEngineRandomTest extends RandomSearchContract {
  @TempDir private Path folder;

  @Override
  protected SearchEngine open(List<ArticleBuilder> articles) {
    TestIndex.writeInSteps(LuceneEngine.target(folder, LuceneSettings.DEFAULT), articles, 3);
    return LuceneEngine.open(folder, LuceneSettings.DEFAULT);
  }
}
