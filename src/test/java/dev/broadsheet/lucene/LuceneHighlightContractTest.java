package dev.broadsheet.lucene;

import dev.broadsheet.contract.HighlightContract;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.search.SearchEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

final class LuceneHighlightContractTest extends HighlightContract {
  @TempDir private Path folder;
  private int opened;

  @Override
  protected SearchEngine open(List<ArticleBuilder> articles) {
    Path index = folder.resolve("index-" + opened++);
    TestIndex.write(LuceneEngine.target(index, LuceneSettings.DEFAULT), articles);
    return LuceneEngine.open(index, LuceneSettings.DEFAULT);
  }
}
