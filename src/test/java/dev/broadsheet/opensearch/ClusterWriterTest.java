package dev.broadsheet.opensearch;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.article.ArticleMerger;
import dev.broadsheet.article.Mention;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.OpenSearchNode;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.indexing.GenerationWriter;
import dev.broadsheet.indexing.IndexLockedException;
import dev.broadsheet.indexing.IndexTarget;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.words.QualityBoost;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written to a cluster, and what is left of it where it was not published. */
@Tag("opensearch")
final class ClusterWriterTest {
  private OpenSearchSettings settings;
  private IndexTarget target;

  @BeforeAll
  static void needsADistribution() {
    Assumptions.assumeTrue(OpenSearchNode.isThere(), "no distribution of OpenSearch");
  }

  @BeforeEach
  void fill() {
    settings = OpenSearchIndexes.unused(false);
    target = OpenSearchEngine.target(settings);
    TestIndex.write(target, List.of(article("1").title("Harbour"), article("2").title("Ferry")));
  }

  private static void put(GenerationWriter writer, ArticleBuilder article) {
    Mention mention = article.mention();
    List<Mention> mentions = List.of(mention);
    writer.putItem(mention.article().id(), mentions, ArticleMerger.merge(mentions));
  }

  private long total() {
    try (SearchEngine engine = OpenSearchEngine.open(settings)) {
      return engine.search(new RequestBuilder().build()).total();
    }
  }

  private List<String> indices() throws IOException {
    try (Cluster cluster = Cluster.of(settings.cluster())) {
      return List.copyOf(
          cluster.get("/" + settings.index().alias() + "-g*/_alias").propertyNames());
    }
  }

  @Test
  void changesAreNotSeenThatWereNotPublished() {
    try (GenerationWriter writer = target.openWriter(false)) {
      put(writer, article("3").title("Bridge"));
    }
    assertThat(total()).isEqualTo(2);
    try (GenerationWriter writer = target.openWriter(false)) {
      put(writer, article("4").title("Bridge"));
      writer.publish();
    }
    assertThat(total()).isEqualTo(3);
  }

  @Test
  void fullOneThatWasNotPublished_leavesTheAliasAndNothingElse() throws IOException {
    List<String> before = indices();
    try (GenerationWriter writer = target.openWriter(true)) {
      put(writer, article("3").title("Bridge"));
    }
    assertThat(indices()).isEqualTo(before);
    assertThat(total()).isEqualTo(2);
  }

  @Test
  void whatAStoppedWriterLeft_isDeletedByTheNext() throws IOException {
    try (Cluster cluster = Cluster.of(settings.cluster())) {
      new Generations(cluster, settings).create(settings.index().alias() + "-g9");
    }
    try (GenerationWriter writer = target.openWriter(false)) {
      assertThat(writer.startsEmpty()).isFalse();
    }
    assertThat(indices()).containsExactly(settings.index().alias() + "-g1");
  }

  @Test
  void openEngineFollowsTheAlias() {
    try (SearchEngine engine = OpenSearchEngine.open(settings)) {
      String before = engine.version();
      try (GenerationWriter writer = target.openWriter(true)) {
        put(writer, article("3").title("Bridge"));
        writer.publish();
      }
      while (engine.version().equals(before)) {
        Thread.onSpinWait();
      }
      assertThat(engine.search(new RequestBuilder().build()).total()).isEqualTo(1);
    }
  }

  @Test
  void secondWriterIsKeptOut() {
    try (GenerationWriter writer = target.openWriter(false)) {
      assertThat(writer.publishedFiles()).isEmpty();
      assertThatThrownBy(() -> target.openWriter(false))
          .isInstanceOf(IndexLockedException.class)
          .hasMessageContaining("is being written to by process");
    }
    try (GenerationWriter writer = target.openWriter(false)) {
      assertThat(writer.startsEmpty()).isFalse();
    }
  }

  @Test
  void mentionsAreRememberedWholly() {
    ArticleBuilder told = article("5").title("Storm").body("It rained, and rained.");
    try (GenerationWriter writer = target.openWriter(false)) {
      put(writer, told);
      writer.publish();
    }
    Mention mention = told.mention();
    try (GenerationWriter writer = target.openWriter(false)) {
      assertThat(writer.publishedMentions(List.of(mention.article().id())))
          .containsEntry(mention.article().id(), List.of(mention));
    }
  }

  @Test
  void indexOfOtherWeights_isBuiltAnew() {
    var other =
        new OpenSearchSettings(
            settings.cluster(),
            settings.index(),
            new QualityBoost(0.1, 60),
            false,
            settings.ranking(),
            settings.synonyms());
    try (GenerationWriter writer = OpenSearchEngine.target(other).openWriter(false)) {
      assertThat(writer.startsEmpty()).isTrue();
    }
  }
}
