package dev.broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.CanonicalUrl;
import dev.broadsheet.article.Kind;
import dev.broadsheet.article.Mention;
import dev.broadsheet.corpus.CorpusProblem.Scope;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelatedTest {
  private static final String HEAD =
      """
      sourceUrl: https://example.com/story
      category: news
      topics: [AI, Facebook AI]
      tags: [t]
      published: false
      related:
      """;
  private static final ArticleId STORY = ArticleId.of(CanonicalUrl.of("https://example.com/story"));

  private CorpusFixture corpus;

  @BeforeEach
  void corpus(@TempDir Path root) {
    corpus = new CorpusFixture(root);
  }

  private Article second(String related) {
    return corpus.document(HEAD + related).mentions().get(1).article();
  }

  @Test
  void related_isAnItemUnderItsStory() {
    CorpusFixture.Reading reading =
        corpus.document(HEAD + "  - title: R\n    sourceUrl: https://other.com/r\n    quality: 5");
    Mention related = reading.mentions().get(1);
    assertThat(related.source()).isEqualTo(new Mention.Source("a.md", 1, 1));
    assertThat(related.article().kind()).isEqualTo(Kind.RELATED);
    assertThat(related.article().id())
        .isEqualTo(ArticleId.of(CanonicalUrl.of("https://other.com/r")));
    assertThat(related.article().stories()).containsExactly(STORY);
    assertThat(related.article().scores().quality()).hasValue(5);
    assertThat(related.article().published()).isTrue();
  }

  @Test
  void related_inheritsTopicsAndCategoryButNotTags() {
    Article related = second("  - title: R");
    assertThat(related.labels().topics()).containsExactly("AI", "Facebook AI");
    assertThat(related.labels().category()).contains("news");
    assertThat(related.labels().tags()).isEmpty();
  }

  @Test
  void related_keepsItsOwnLabelsFirst() {
    Article related = second("  - {title: R, category: own, topics: [Mine, ai], tags: [z]}");
    assertThat(related.labels().topics()).containsExactly("Mine", "ai", "Facebook AI");
    assertThat(related.labels().category()).contains("own");
    assertThat(related.labels().tags()).containsExactly("z");
  }

  @Test
  void related_withoutUrlHasTheIdOfItsPlace() {
    assertThat(second("  - title: R").id())
        .isEqualTo(ArticleId.of(new Mention.Source("a.md", 1, 1)));
  }

  @Test
  void related_ofTheSameUrlIsNotItsOwnStory() {
    assertThat(second("  - {title: R, sourceUrl: 'http://EXAMPLE.com/story/'}").stories())
        .isEmpty();
  }

  @Test
  void related_ofRelatedIsIgnored() {
    assertThat(corpus.document(HEAD + "  - title: R\n    related:\n      - title: S").mentions())
        .hasSize(2);
  }

  @Test
  void badRelated_isRejectedAlone() {
    CorpusFixture.Reading reading =
        corpus.document(
            HEAD
                + """
                  - title: one
                  - title: two
                    quality: high
                    heat: higher
                  - excerpt: three
                  - four
                  - title: five
                """);
    assertThat(reading.messages())
        .containsExactly(
            "a.md:11: related 2: quality: 'high' is not a number (expected a number such as 88)",
            "a.md:13: related 3: title is missing (expected the headline)",
            "a.md:14: related 4: found text (expected title, sourceUrl and so on)");
    assertThat(reading.problems()).allMatch(problem -> problem.scope() == Scope.RELATED);
    assertThat(reading.mentions())
        .extracting(mention -> mention.source().entry())
        .containsExactly(0, 1, 5);
  }

  @Test
  void removedRelated_isSaidToBeRemoved() {
    Mention related =
        corpus
            .document(HEAD + "  - {sourceUrl: https://other.com/r, removed: yes}")
            .mentions()
            .get(1);
    assertThat(related.removed()).isTrue();
    assertThat(related.article().kind()).isEqualTo(Kind.RELATED);
    assertThat(related.article().stories()).containsExactly(STORY);
  }

  @Test
  void relatedOfARemovedArticle_isStillMentioned() {
    CorpusFixture.Reading reading =
        corpus.document("removed: true\ncategory: news\n" + "topics: [AI]\nrelated: [{title: R}]");
    assertThat(reading.mentions().get(1).article().labels().topics()).containsExactly("AI");
  }

  @Test
  void inheritance_isBounded(@TempDir Path root) {
    CorpusLimits limits = new CorpusLimits(1 << 20, 1 << 20, 50, 50, 100);
    CorpusFixture.Reading reading =
        new CorpusFixture(root, limits)
            .document(
                "topics: [1,2,3,4,5,6,7,8,9,10,11]\nrelated: [" + "{title: R},".repeat(10) + "]");
    assertThat(reading.messages())
        .containsExactly(
            "a.md:2: 10 related items that inherit 11 topics each are too many (expected at most"
                + " 100 in all)");
    assertThat(reading.mentions()).isEmpty();
  }
}
