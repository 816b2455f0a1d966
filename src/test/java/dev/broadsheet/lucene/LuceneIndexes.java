package dev.broadsheet.lucene;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.words.QualityBoost;
import java.nio.file.Path;
import java.util.List;

/** Opens the embedded engine over articles, in an index of several segments with deletions. */
final class LuceneIndexes {
  private static final int STEPS = 2;

  private LuceneIndexes() {}

  static SearchEngine open(Path folder, List<ArticleBuilder> articles) {
    return open(folder, articles, LuceneSettings.DEFAULT);
  }

  static SearchEngine openPublishedOnly(Path folder, List<ArticleBuilder> articles) {
    return open(folder, articles, new LuceneSettings(QualityBoost.DEFAULT, true));
  }

  private static SearchEngine open(
      Path folder, List<ArticleBuilder> articles, LuceneSettings settings) {
    TestIndex.writeInSteps(LuceneEngine.target(folder, settings), articles, STEPS);
    return LuceneEngine.open(folder, settings);
  }
}
