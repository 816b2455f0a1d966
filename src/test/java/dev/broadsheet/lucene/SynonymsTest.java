package dev.broadsheet.lucene;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static dev.broadsheet.fixture.ArticleBuilder.idOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchEngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SynonymsTest {
  private static final List<ArticleBuilder> ARTICLES =
      List.of(
          article("ai").title("AI writes the news"),
          article("long").title("Artificial intelligence writes the news"),
          article("apart").title("Artificial flowers and intelligence services"),
          article("pope").title("Pope visits"),
          article("pontiff").title("Pontiff travels"));

  @TempDir private Path folder;
  private Path file;
  private Path index;

  @BeforeEach
  void index() {
    file = folder.resolve("synonyms.txt");
    index = folder.resolve("index");
    TestIndex.write(LuceneEngine.target(index, LuceneSettings.DEFAULT), ARTICLES);
  }

  private SearchEngine open(String rules) throws IOException {
    Files.writeString(file, rules);
    return LuceneEngine.open(index, LuceneSettings.DEFAULT.withSynonyms(file));
  }

  private static List<ArticleId> find(SearchEngine engine, String words) {
    return engine.search(new RequestBuilder().words(words).build()).hits().stream()
        .map(hit -> hit.article().id())
        .toList();
  }

  @Test
  void eachFindsTheOther_belowItself() throws IOException {
    try (SearchEngine engine = open("# rules\n\nAI, artificial intelligence\n")) {
      assertThat(find(engine, "a.i.")).containsExactly(idOf("ai"), idOf("long"));
      assertThat(find(engine, "artificial intelligence").subList(0, 2))
          .containsExactly(idOf("long"), idOf("apart"));
      assertThat(find(engine, "artificial intelligence news")).startsWith(idOf("long"), idOf("ai"));
    }
  }

  @Test
  void arrowGoesOneWay() throws IOException {
    try (SearchEngine engine = open("pope => pontiff")) {
      assertThat(find(engine, "pope")).containsExactly(idOf("pope"), idOf("pontiff"));
      assertThat(find(engine, "pontiff")).containsExactly(idOf("pontiff"));
    }
  }

  @Test
  void fileThatIsNotThere_isPassedOver() {
    var settings = LuceneSettings.DEFAULT.withSynonyms(folder.resolve("none.txt"));
    try (SearchEngine engine = LuceneEngine.open(index, settings)) {
      assertThat(find(engine, "pope")).containsExactly(idOf("pope"));
    }
  }

  @Test
  void brokenFile_stopsTheStart_andIsNamedWithItsLine() {
    assertThatExceptionOfType(SearchEngineException.class)
        .isThrownBy(() -> open("a, b\n\nlonely\n").close())
        .withMessage(file + ":3: expected 'one, other' or 'one => other', but found 'lonely'");
    assertThatExceptionOfType(SearchEngineException.class)
        .isThrownBy(() -> open("a => b => c").close())
        .withMessageStartingWith(file + ":1: expected one '=>'");
    assertThatExceptionOfType(SearchEngineException.class)
        .isThrownBy(() -> open("a, , b").close())
        .withMessageStartingWith(file + ":1: expected a word");
  }

  @Test
  void changedFile_isReadAgain_andABrokenOneIsNot() throws IOException, InterruptedException {
    try (SearchEngine engine = open("pope, nobody")) {
      String before = engine.version();
      change("pope => pontiff\n");
      assertThat(find(engine, "pope")).containsExactly(idOf("pope"), idOf("pontiff"));
      assertThat(engine.version()).isNotEqualTo(before);
      change("pope\n");
      assertThat(find(engine, "pope")).containsExactly(idOf("pope"), idOf("pontiff"));
    }
  }

  /** Changes the file, and waits until it is looked at again. */
  private void change(String rules) throws IOException, InterruptedException {
    Files.writeString(file, rules);
    Files.setLastModifiedTime(
        file, java.nio.file.attribute.FileTime.from(Instant.now().plus(Duration.ofSeconds(5))));
    Thread.sleep(1100);
  }
}
