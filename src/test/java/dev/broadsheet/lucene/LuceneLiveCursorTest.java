package dev.broadsheet.lucene;

import dev.broadsheet.contract.LiveCursorContract;
import dev.broadsheet.fixture.Thorough;
import dev.broadsheet.indexing.IndexTarget;
import dev.broadsheet.search.SearchEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@Thorough
final class LuceneLiveCursorTest extends LiveCursorContract {
  @TempDir private Path folder;

  @Override
  protected IndexTarget target() {
    return LuceneEngine.target(folder, LuceneSettings.DEFAULT);
  }

  @Override
  protected SearchEngine open() {
    return LuceneEngine.open(folder, LuceneSettings.DEFAULT);
  }
}
