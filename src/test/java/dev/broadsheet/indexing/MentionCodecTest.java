package dev.broadsheet.indexing;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.ArticleMerger;
import dev.broadsheet.article.Image;
import dev.broadsheet.article.Kind;
import dev.broadsheet.article.Labels;
import dev.broadsheet.article.Links;
import dev.broadsheet.article.Media;
import dev.broadsheet.article.Mention;
import dev.broadsheet.article.Provider;
import dev.broadsheet.article.Scores;
import dev.broadsheet.article.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MentionCodecTest {
  private static final ArticleId ID = new ArticleId("0123456789abcdef01234567");
  private static final String LONG_EXCERPT = "Long words of an excerpt. ".repeat(100);

  /** Writes and reads as an engine does, which keeps the item and, apart from it, its body. */
  private static List<Mention> roundTrip(List<Mention> mentions) {
    Optional<Article> item = ArticleMerger.merge(mentions);
    byte[] bytes = MentionCodec.encode(mentions, item);
    return MentionCodec.decode(
        mentions.getFirst().article().id(), bytes, item.map(MentionCodecTest::asKept));
  }

  private static Article asKept(Article item) {
    byte[] kept = ArticleCodec.encode(item);
    Article article = ArticleCodec.decode(item.id(), kept, 0, kept.length);
    return article.withText(article.text().withBody(item.text().body()));
  }

  private static int size(List<Mention> mentions) {
    return MentionCodec.encode(mentions, ArticleMerger.merge(mentions)).length;
  }

  private static Article everything() {
    Image image =
        new Image("/a.png", OptionalInt.of(0), OptionalInt.of(640), Optional.of("At sea"));
    Image bare = new Image("/b.png", OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    return new Article(
        ID,
        Kind.ARTICLE,
        new Text("\u00dcber \ud83d\udcf0", Optional.of("Excerpt"), Optional.of("Body")),
        new Links(Optional.of("https://a/"), Optional.of("https://b/"), Optional.of("https://c/")),
        new Labels(
            Optional.of("news"), Optional.of("video"), List.of("AI", "No"), List.of("t", "u")),
        Optional.of(Instant.parse("1969-12-31T23:59:59.999Z")),
        new Scores(OptionalDouble.of(60.5), OptionalDouble.of(0)),
        false,
        Optional.of(new Provider(Optional.of("Wire"), Optional.empty(), List.of(image, bare))),
        new Media(List.of(bare, image), Optional.of(Duration.ofSeconds(90))),
        List.of(new ArticleId("fedcba9876543210fedcba98")));
  }

  @Test
  void oneMention_comesBackWithEveryField() {
    var mention =
        new Mention(new Mention.Source("folder/\u00fc.md", 70_000, 300), everything(), false);
    assertThat(roundTrip(List.of(mention))).containsExactly(mention);
  }

  @Test
  void oneMentionByItself_comesBackWithItsIdentity() {
    var mention = new Mention(new Mention.Source("a.jsonl", 3, 1), everything(), true);
    assertThat(MentionCodec.decodeOne(MentionCodec.encodeOne(mention))).isEqualTo(mention);
  }

  @Test
  void mentionThatSaysNothingButItsTitle_comesBack() {
    Mention mention = article("x").title("Bare").mention();
    assertThat(roundTrip(List.of(mention))).containsExactly(mention);
  }

  @Test
  void sharedAndDifferentContents_comeBackInOrder() {
    List<Mention> mentions =
        List.of(
            article("x").title("Same").relatedTo("a").topics("AI").in("a.md", 1, 1),
            article("x").title("Other").quality(9).relatedTo("b").topics("AI").in("b.md", 1, 1),
            article("x").title("Same").relatedTo("c").topics("Sea", "ai").in("c.md", 1, 7),
            article("x").title("Own").excerpt("Words").tags("t").in("x.md", 1, 0),
            article("x").title("Same").relatedTo("d").in("d.md", 2, 1));
    assertThat(roundTrip(mentions)).isEqualTo(mentions);
  }

  @Test
  void bodies_comeBackToTheMentionsThatHaveThem() {
    List<Mention> mentions =
        List.of(
            article("x").title("Own").body("The winner's body").in("x.md", 1, 0),
            article("x").title("Own").in("y.md", 1, 0),
            article("x").title("Own").body("Another body").in("z.md", 1, 0));
    assertThat(roundTrip(mentions)).isEqualTo(mentions);
  }

  @Test
  void removedItem_keepsItsMentions() {
    List<Mention> mentions =
        List.of(
            article("x").title("Own").body("Body").removed().in("x.md", 1, 0),
            article("x").title("R").relatedTo("a").topics("AI").in("a.md", 1, 1));
    assertThat(ArticleMerger.merge(mentions)).isEmpty();
    assertThat(roundTrip(mentions)).isEqualTo(mentions);
  }

  @Test
  void whatTheItemSaysItself_isNotWrittenAgain() {
    Mention mention = article("x").title("Own").excerpt(LONG_EXCERPT).in("x.md", 1, 0);
    assertThat(size(List.of(mention))).isLessThan(100);
  }

  @Test
  void bodyOfTheItem_isNotWrittenAgain_andAnotherIsWrittenOnce() {
    String other = "o".repeat(5_000);
    List<Mention> mentions =
        List.of(
            article("x").title("Own").body("b".repeat(5_000)).in("a.md", 1, 0),
            article("x").title("Own").body(other).in("b.md", 1, 0),
            article("x").title("Own").body(other).in("c.md", 1, 0));
    assertThat(size(mentions)).isBetween(5_000, 5_200);
  }

  @Test
  void contentThatManyShare_isWrittenOnce() {
    Mention own = article("x").title("Own").excerpt("Own").in("x.md", 1, 0);
    List<Mention> mentions =
        IntStream.rangeClosed(0, 40)
            .mapToObj(i ->
                i == 0
                    ? own
                    : article("x").title("R").excerpt(LONG_EXCERPT).relatedTo("s").in("s.md", i, 1))
            .toList();
    assertThat(size(mentions)).isBetween(LONG_EXCERPT.length(), 2 * LONG_EXCERPT.length());
    assertThat(roundTrip(mentions)).isEqualTo(mentions);
  }

  @Test
  void cutOffBytes_areToldAndNotReadAsSomethingElse() {
    List<Mention> mentions = List.of(article("x").title("Own").body("Body").in("x.md", 1, 0));
    Optional<Article> item = ArticleMerger.merge(mentions);
    byte[] bytes = MentionCodec.encode(mentions, item);
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
    assertThatThrownBy(() -> MentionCodec.decode(ID, cut, item))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cut off");
  }
}
