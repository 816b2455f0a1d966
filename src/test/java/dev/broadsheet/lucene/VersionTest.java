package dev.broadsheet.lucene;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.words.QualityBoost;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The version of an answer names the state of the index and the settings, and no others. */
final class VersionTest {
  @TempDir private Path folder;

  private Path written(String name) {
    Path index = folder.resolve(name);
    TestIndex.write(LuceneEngine.target(index, LuceneSettings.DEFAULT), List.of(article("1")));
    return index;
  }

  private static String version(Path index, LuceneSettings settings) {
    try (SearchEngine engine = LuceneEngine.open(index, settings)) {
      return engine.version();
    }
  }

  @Test
  void sameIndexHasTheSameVersion_wheneverItIsOpened() {
    Path index = written("index");
    assertThat(version(index, LuceneSettings.DEFAULT))
        .isEqualTo(version(index, LuceneSettings.DEFAULT))
        .matches("[A-Za-z0-9.-]+");
  }

  @Test
  void answerCarriesTheVersionOfTheEngine() {
    try (SearchEngine engine = LuceneEngine.open(written("index"), LuceneSettings.DEFAULT)) {
      assertThat(engine.search(new RequestBuilder().build()).version()).isEqualTo(engine.version());
    }
  }

  @Test
  void everyReindexMakesAnotherVersion() {
    Path index = written("index");
    String before = version(index, LuceneSettings.DEFAULT);
    written("index");
    assertThat(version(index, LuceneSettings.DEFAULT)).isNotEqualTo(before);
  }

  @Test
  void indexThatWasDeletedAndBuiltAnewHasAnotherVersion() {
    assertThat(version(written("one"), LuceneSettings.DEFAULT))
        .isNotEqualTo(version(written("two"), LuceneSettings.DEFAULT));
  }

  @Test
  void settingsThatBearOnAnswersMakeAnotherVersion() {
    Path index = written("index");
    assertThat(version(index, new LuceneSettings(QualityBoost.DEFAULT, true)))
        .isNotEqualTo(version(index, LuceneSettings.DEFAULT));
    assertThat(version(index, new LuceneSettings(new QualityBoost(0.2, 60), false)))
        .isNotEqualTo(version(index, LuceneSettings.DEFAULT));
  }
}
