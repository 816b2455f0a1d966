package dev.broadsheet.lucene;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static dev.broadsheet.fixture.ArticleBuilder.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.TestIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SearchersTest {
  private static final int ITEMS = 200;

  @TempDir private Path folder;

  private void write(String title) {
    List<ArticleBuilder> articles = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      articles.add(article("p" + i).title(title + " " + i));
    }
    TestIndex.write(LuceneEngine.target(folder, LuceneSettings.DEFAULT), articles);
  }

  private static List<String> titles(Snapshot snapshot) throws IOException {
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      titles.add(snapshot.article(snapshot.document(idOf("p" + i)).orElseThrow()).text().title());
    }
    return titles;
  }

  /** Reads what is lent only after two generations have taken its place, and its own is deleted. */
  @Test
  void whatIsLent_staysWhole_whenItsGenerationIsDeleted() throws IOException {
    write("Old");
    try (Searchers searchers = Searchers.open(folder)) {
      searchers.lend(old -> {
        write("Newer");
        write("Newest");
        await(searchers, "gen-000003");
        assertThat(folder.resolve(old.generation())).doesNotExist();
        assertThat(titles(old)).hasSize(ITEMS).allMatch(title -> title.startsWith("Old "));
        return old;
      });
      assertThat(searchers.lend(SearchersTest::titles))
          .hasSize(ITEMS)
          .allMatch(title -> title.startsWith("Newest "));
    }
  }

  private static void await(Searchers searchers, String generation) throws IOException {
    while (!searchers.lend(Snapshot::generation).equals(generation)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void generationsThatNobodyNames_areDeletedByTheNextWriter() throws IOException {
    write("Old");
    Files.createDirectory(folder.resolve("gen-000007"));
    write("New");
    assertThat(folder.resolve("gen-000007")).doesNotExist();
    assertThat(folder.resolve("gen-000001")).as("some server may still open it").exists();
    write("Newest");
    assertThat(folder.resolve("gen-000001")).doesNotExist();
  }
}
