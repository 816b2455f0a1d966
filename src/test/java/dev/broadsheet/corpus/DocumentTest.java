package dev.broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.CanonicalUrl;
import dev.broadsheet.article.Image;
import dev.broadsheet.article.Kind;
import dev.broadsheet.article.Mention;
import dev.broadsheet.article.Provider;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
  private static final String WHOLE =
      """
      ---
      category: news
      title: "Facebook &amp; <b>Twitter</b> Remove Fake Accounts"
      excerpt: Taken down
      publishedDateTime: 2019-12-20T20:43:00Z
      sourceUrl: https://www.wsj.com/a?x=1&amp;y=2
      ampUrl: https://www.wsj.com/amp/a
      cdnAmpUrl: https://cdn.example/a
      type: video
      quality: 88
      heat: 3.5
      published: false
      length: PT3M20S
      provider:
        name: Wall Street Journal
        domain: wsj.com
        images:
          - url: /assets/wsj.jpg
            width: 50
            height: 40
      topics:
        - AI
        - Facebook AI
      tags: [x, y]
      images:
        - url: https://images.wsj.net/1
          width: 1280
          height: 640
          title: A <i>face</i>
          isCached: true
        - url: javascript:alert(1)
      secured: "c2VjcmV0"
      ---
      Some *body* text.
      """;

  private CorpusFixture corpus;

  @BeforeEach
  void corpus(@TempDir Path root) {
    corpus = new CorpusFixture(root);
  }

  @Test
  void document_isReadWhole() {
    Article article = corpus.read("news/a.md", WHOLE).article();
    assertThat(article.kind()).isEqualTo(Kind.ARTICLE);
    assertThat(article.text().title()).isEqualTo("Facebook & Twitter Remove Fake Accounts");
    assertThat(article.text().excerpt()).contains("Taken down");
    assertThat(article.text().body()).contains("Some body text.");
    assertThat(article.publishedAt()).contains(Instant.parse("2019-12-20T20:43:00Z"));
    assertThat(article.links().sourceUrl()).contains("https://www.wsj.com/a?x=1&y=2");
    assertThat(article.links().ampUrl()).contains("https://www.wsj.com/amp/a");
    assertThat(article.links().cdnAmpUrl()).contains("https://cdn.example/a");
    assertThat(article.labels().category()).contains("news");
    assertThat(article.labels().type()).contains("video");
    assertThat(article.labels().topics()).containsExactly("AI", "Facebook AI");
    assertThat(article.labels().tags()).containsExactly("x", "y");
    assertThat(article.scores().quality()).hasValue(88);
    assertThat(article.scores().heat()).hasValue(3.5);
    assertThat(article.published()).isFalse();
    assertThat(article.stories()).isEmpty();
  }

  @Test
  void document_hasProviderAndMedia() {
    Article article = corpus.read("news/a.md", WHOLE).article();
    Image logo =
        new Image("/assets/wsj.jpg", OptionalInt.of(50), OptionalInt.of(40), Optional.empty());
    assertThat(article.provider())
        .contains(
            new Provider(
                Optional.of("Wall Street Journal"), Optional.of("wsj.com"), List.of(logo)));
    assertThat(article.media().length()).contains(Duration.ofSeconds(200));
    assertThat(article.media().images())
        .containsExactly(
            new Image(
                "https://images.wsj.net/1",
                OptionalInt.of(1280),
                OptionalInt.of(640),
                Optional.of("A face")));
  }

  @Test
  void document_isFoundAtItsPlace() {
    Mention mention = corpus.read("news/a.md", WHOLE).mentions().getFirst();
    assertThat(mention.source()).isEqualTo(new Mention.Source("news/a.md", 1, 0));
    assertThat(mention.removed()).isFalse();
  }

  @Test
  void document_hasTheHashOfItsBytes() {
    CorpusFixture.Reading reading = corpus.read("a.md", "---\ntitle: x\n---\n");
    assertThat(reading.hash())
        .hasSize(64)
        .isEqualTo(corpus.reader().hash(new CorpusFile("a.md", 0, 0)));
  }

  @Test
  void id_comesFromTheUrl() {
    assertThat(corpus.document("sourceUrl: HTTP://Example.com/a/?utm_source=x").article().id())
        .isEqualTo(ArticleId.of(CanonicalUrl.of("https://example.com/a")));
  }

  @Test
  void id_comesFromTheAmpUrlWhereThereIsNoOther() {
    assertThat(corpus.document("ampUrl: https://example.com/amp").article().id())
        .isEqualTo(ArticleId.of(CanonicalUrl.of("https://example.com/amp")));
  }

  @Test
  void id_comesFromThePlaceWithoutUrl() {
    assertThat(corpus.document("").article().id())
        .isEqualTo(ArticleId.of(new Mention.Source("a.md", 1, 0)));
  }

  @ParameterizedTest
  @CsvSource({
    "sourceUrl, sourceUrl",
    "webUrl, sourceUrl",
    "originalUrl, sourceUrl",
    "ampUrl, ampUrl",
    "ampWebUrl, ampUrl",
    "cdnAmpUrl, cdnAmpUrl",
    "cdnAmpWebUrl, cdnAmpUrl"
  })
  void link_isReadUnderEachSpelling(String key, String meaning) {
    var links = corpus.document(key + ": https://example.com/a").article().links();
    assertThat(
            switch (meaning) {
              case "sourceUrl" -> links.sourceUrl();
              case "ampUrl" -> links.ampUrl();
              default -> links.cdnAmpUrl();
            })
        .contains("https://example.com/a");
  }

  @Test
  void link_isTakenFromTheFirstSpellingThatHasOne() {
    assertThat(
            corpus
                .document("originalUrl: https://c.com\nwebUrl: https://b.com\nsourceUrl: ''")
                .article()
                .links()
                .sourceUrl())
        .contains("https://b.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NO",
        "On",
        "007",
        "1e3",
        "12:30",
        "~",
        "2020",
        "null",
        "0x1F",
        "2019-12-20",
        "true",
        ".inf"
      })
  void scalar_isTheTextThatWasWritten(String written) {
    Article article =
        corpus
            .read("a.md", "---\ntitle: " + written + "\ntopics: [" + written + "]\n---")
            .article();
    assertThat(article.text().title()).isEqualTo(written);
    assertThat(article.labels().topics()).containsExactly(written);
  }

  @Test
  void tag_meansNothing() {
    assertThat(corpus.read("a.yaml", "title: !!int 1984\n").article().text().title())
        .isEqualTo("1984");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "FALSE, false", "Yes, true", "no, false", "ON, true", "off, false"})
  void flag_isReadInAnyCase(String written, boolean published) {
    assertThat(corpus.document("published: " + written).article().published()).isEqualTo(published);
  }

  @Test
  void published_isTrueWhereItIsMissing() {
    assertThat(corpus.document("").article().published()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "''"})
  void emptyValue_isAbsent(String nothing) {
    String keys =
        "quality: N\npublishedDateTime: N\nprovider: N\ntopics: N\nimages: N\nsourceUrl: N\n"
            + "length: N\npublished: N\nrelated: N\nremoved: N";
    Article article = corpus.document(keys.replace("N", nothing)).article();
    assertThat(article.scores().quality()).isEmpty();
    assertThat(article.publishedAt()).isEmpty();
    assertThat(article.provider()).isEmpty();
    assertThat(article.labels().topics()).isEmpty();
    assertThat(article.links().sourceUrl()).isEmpty();
    assertThat(article.published()).isTrue();
  }

  @Test
  void negativeQuality_isUnknown() {
    assertThat(corpus.document("quality: -1").article().scores().quality()).isEmpty();
  }

  @Test
  void singleTopic_isAListOfOne() {
    assertThat(corpus.document("topics: AI").article().labels().topics()).containsExactly("AI");
  }

  @Test
  void providerName_mayStandAlone() {
    assertThat(corpus.document("provider: Reuters").article().provider())
        .contains(new Provider(Optional.of("Reuters"), Optional.empty(), List.of()));
  }

  @Test
  void blankBody_isAbsent() {
    assertThat(corpus.read("a.md", "---\ntitle: x\n---\n \n\n").article().text().body()).isEmpty();
  }

  @Test
  void alias_standsForItsValue() {
    assertThat(corpus.document("tags: &t [a, b]\ntopics: *t").article().labels().topics())
        .containsExactly("a", "b");
  }

  @Test
  void mergeKey_isAKeyLikeOthers() {
    assertThat(corpus.document("provider: &p {name: x}\n<<: *p").problems()).isEmpty();
  }

  @Test
  void removed_keepsNothingButItsIdentity() {
    CorpusFixture.Reading reading =
        corpus.read("a.md", WHOLE.replace("quality: 88", "removed: true\nquality: bad"));
    Mention mention = reading.mentions().getFirst();
    assertThat(reading.problems()).isEmpty();
    assertThat(mention.removed()).isTrue();
    assertThat(mention.article().text().title()).isEqualTo("(removed)");
    assertThat(mention.article().text().body()).isEmpty();
    assertThat(mention.article().links().sourceUrl()).isEmpty();
    assertThat(mention.article().labels().topics()).isEmpty();
    assertThat(mention.article().id())
        .isEqualTo(ArticleId.of(CanonicalUrl.of("https://www.wsj.com/a?x=1&y=2")));
  }

  @Test
  void removed_needsNoTitle() {
    assertThat(corpus.read("a.yaml", "removed: true\n").mentions()).hasSize(1);
  }
}
