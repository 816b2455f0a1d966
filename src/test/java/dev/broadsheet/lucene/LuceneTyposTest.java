package dev.broadsheet.lucene;

import dev.broadsheet.contract.TyposContract;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.search.SearchEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

final class LuceneTyposTest extends TyposContract {
  @TempDir private Path folder;

  @Override
  protected SearchEngine open(List<ArticleBuilder> articles) {
    return LuceneIndexes.open(folder, articles);
  }

  @Override
  protected SearchEngine openPublishedOnly(List<ArticleBuilder> articles) {
    return LuceneIndexes.openPublishedOnly(folder, articles);
  }
}
