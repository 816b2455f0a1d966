package dev.broadsheet.lucene;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static dev.broadsheet.fixture.ArticleBuilder.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.ArticleMerger;
import dev.broadsheet.article.Mention;
import dev.broadsheet.indexing.GenerationWriter;
import dev.broadsheet.indexing.IndexTarget;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishedIndexTest {
  @TempDir private Path folder;

  private List<Mention> writtenAndRead(List<Mention> mentions) {
    IndexTarget target = LuceneEngine.target(folder, LuceneSettings.DEFAULT);
    try (GenerationWriter writer = target.openWriter(true)) {
      writer.putItem(idOf("x"), mentions, ArticleMerger.merge(mentions));
      writer.publish();
    }
    try (GenerationWriter writer = target.openWriter(false)) {
      return writer.publishedMentions(List.of(idOf("x"))).getOrDefault(idOf("x"), List.of());
    }
  }

  @Test
  void mentionsComeBackWithTheirBodies() {
    List<Mention> mentions =
        List.of(
            article("x").title("Own").body("The body of the item").in("a.md", 1, 0),
            article("x").title("Own").body("Another body").in("b.md", 1, 0),
            article("x").title("Own").in("c.md", 1, 0));
    assertThat(writtenAndRead(mentions)).isEqualTo(mentions);
  }

  @Test
  void mentionsOfARemovedItemComeBackWithTheirBodies() {
    List<Mention> mentions =
        List.of(article("x").title("Own").body("The body").removed().in("a.md", 1, 0));
    assertThat(writtenAndRead(mentions)).isEqualTo(mentions);
  }
}
