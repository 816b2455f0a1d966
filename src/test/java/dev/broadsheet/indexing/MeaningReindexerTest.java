package dev.broadsheet.indexing;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.FakeEmbedder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.lucene.LuceneEngine;
import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.meaning.EmbeddingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MeaningReindexerTest {
  private final FakeEmbedder embedder = new FakeEmbedder();

  @TempDir private Path folder;
  private IndexTarget target;

  @BeforeEach
  void findTarget() {
    target = LuceneEngine.target(folder, LuceneSettings.DEFAULT, Optional.of(embedder.space()));
  }

  private static List<ArticleBuilder> articles(int count) {
    List<ArticleBuilder> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      articles.add(article("a" + i).title("Headline number " + i));
    }
    return articles;
  }

  private long embed() {
    return new MeaningReindexer(target, embedder, 2).run(ReindexProgress.SILENT);
  }

  private int missing() {
    try (GenerationWriter writer = target.openWriter(false)) {
      return writer.withoutVector().size();
    }
  }

  @Test
  void eachItem_isEmbeddedOnce() {
    TestIndex.write(target, articles(20));
    assertThat(missing()).isEqualTo(20);
    assertThat(embed()).isEqualTo(20);
    assertThat(missing()).isZero();
    assertThat(embed()).isZero();
    assertThat(embedder.asked()).isEqualTo(20);
  }

  @Test
  void buildingAnew_embedsOnlyWhatIsNew() {
    TestIndex.write(target, articles(20));
    embed();
    TestIndex.write(target, articles(22));
    assertThat(missing()).isEqualTo(2);
    assertThat(embed()).isEqualTo(2);
    assertThat(embedder.asked()).isEqualTo(22);
  }

  @Test
  void anInterruptedRun_losesNothingOfWhatWasEmbedded() {
    TestIndex.write(target, articles(20));
    embedder.failingAfter(8);
    assertThatExceptionOfType(EmbeddingException.class).isThrownBy(this::embed);
    assertThat(embedder.asked()).isEqualTo(8);
    embedder.failingAfter(Integer.MAX_VALUE / 2);
    embed();
    assertThat(embedder.asked()).isEqualTo(20);
    assertThat(missing()).isZero();
  }

  @Test
  void progress_goesToTheEnd() {
    TestIndex.write(target, articles(5));
    List<Long> done = new ArrayList<>();
    new MeaningReindexer(target, embedder, 1)
        .run((phase, amount, total) -> {
          assertThat(phase).isEqualTo(ReindexProgress.Phase.EMBEDDING);
          assertThat(total).isEqualTo(5);
          done.add(amount);
        });
    assertThat(done).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void withoutASpace_nothingIsKept() {
    IndexTarget plain = LuceneEngine.target(folder, LuceneSettings.DEFAULT);
    TestIndex.write(plain, articles(3));
    assertThat(new MeaningReindexer(plain, embedder, 1).run(ReindexProgress.SILENT)).isZero();
    assertThat(folder.resolve("vectors")).doesNotExist();
  }
}
