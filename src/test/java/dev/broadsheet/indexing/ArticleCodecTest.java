package dev.broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.CanonicalUrl;
import dev.broadsheet.article.Image;
import dev.broadsheet.article.Kind;
import dev.broadsheet.article.Labels;
import dev.broadsheet.article.Links;
import dev.broadsheet.article.Media;
import dev.broadsheet.article.Provider;
import dev.broadsheet.article.Scores;
import dev.broadsheet.article.Text;
import dev.broadsheet.fixture.ArticleBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticleCodecTest {
  private static final ArticleId ID = ArticleId.of(CanonicalUrl.of("https://example.com/1"));

  private static Article whole() {
    return new Article(
        ID,
        Kind.RELATED,
        new Text("Zażółć 🦭\u0000 title", Optional.of("An\nexcerpt"), Optional.empty()),
        new Links(Optional.of("https://a"), Optional.empty(), Optional.of("https://c")),
        new Labels(Optional.of("news"), Optional.of("video"), List.of("AI", "007"), List.of("t")),
        Optional.of(Instant.parse("1969-12-31T23:59:59.999Z")),
        new Scores(OptionalDouble.of(0), OptionalDouble.of(1e300)),
        false,
        Optional.of(new Provider(Optional.empty(), Optional.of("a.example"), List.of(image(0, 1)))),
        new Media(
            List.of(
                image(1280, Integer.MAX_VALUE),
                new Image("i", OptionalInt.empty(), OptionalInt.of(3), Optional.of("caption"))),
            Optional.of(Duration.parse("PT1H2M3.004S"))),
        List.of(ID, ArticleBuilder.idOf("2")));
  }

  private static Image image(int width, int height) {
    return new Image("https://i", OptionalInt.of(width), OptionalInt.of(height), Optional.empty());
  }

  private static Article decoded(byte[] bytes) {
    return ArticleCodec.decode(ID, bytes, 0, bytes.length);
  }

  @Test
  void everythingComesBack() {
    assertThat(decoded(ArticleCodec.encode(whole()))).isEqualTo(whole());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT2M41.000000001S", "PT-5S", "PT9223372036854775807S"})
  void anyDurationComesBack(String length) {
    Article article =
        new Article(
            ID,
            Kind.ARTICLE,
            whole().text(),
            Links.NONE,
            Labels.NONE,
            Optional.empty(),
            Scores.NONE,
            true,
            Optional.empty(),
            new Media(List.of(), Optional.of(Duration.parse(length))),
            List.of());
    assertThat(decoded(ArticleCodec.encode(article))).isEqualTo(article);
  }

  @Test
  void nothingButATitleComesBack() {
    Article bare = ArticleBuilder.article("1").title("t").build();
    assertThat(decoded(ArticleCodec.encode(bare))).isEqualTo(bare);
  }

  @Test
  void bodyIsLeftOut() {
    Article article = whole().withText(whole().text().withBody(Optional.of("long")));
    assertThat(decoded(ArticleCodec.encode(article))).isEqualTo(whole());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 16_383, 16_384, 100_000})
  void textOfAnyLengthComesBack(int length) {
    Article article = ArticleBuilder.article("1").title("t").excerpt("é".repeat(length)).build();
    assertThat(decoded(ArticleCodec.encode(article))).isEqualTo(article);
  }

  @Test
  void titleIsReadAlone_outOfTheMiddleOfAnArray() {
    byte[] bytes = ArticleCodec.encode(whole());
    byte[] padded = new byte[bytes.length + 20];
    System.arraycopy(bytes, 0, padded, 10, bytes.length);
    assertThat(ArticleCodec.decodeTitle(padded, 10, bytes.length))
        .isEqualTo(whole().text().title());
    assertThat(ArticleCodec.decode(ID, padded, 10, bytes.length)).isEqualTo(whole());
  }

  @Test
  void articleCutOffAnywhereIsRefused() {
    byte[] bytes = ArticleCodec.encode(whole());
    IntStream.range(0, bytes.length)
        .forEach(length ->
            assertThatThrownBy(() -> ArticleCodec.decode(ID, bytes, 0, length))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cut off"));
  }
}
