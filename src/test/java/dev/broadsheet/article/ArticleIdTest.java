package dev.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticleIdTest {
  private static ArticleId ofUrl(String url) {
    return ArticleId.of(CanonicalUrl.of(url));
  }

  /** Links to items are kept by readers: the digits must not change from release to release. */
  @Test
  void idOfUrl_isTheHashOfItsCanonicalForm() {
    assertThat(ofUrl("http://example.com/a/#top").value()).isEqualTo("7ce5547a2fbd6768eff7f3ca");
  }

  @Test
  void idOfPlace_isTheHashOfPathLineAndEntry() {
    assertThat(ArticleId.of(new Mention.Source("a.md", 1, 0)).value())
        .isEqualTo("47fae23d1f87933926c4b1e5");
  }

  @Test
  void everyPartOfThePlaceCounts() {
    assertThat(
            java.util.Set.of(
                ArticleId.of(new Mention.Source("a.md", 1, 0)),
                ArticleId.of(new Mention.Source("b.md", 1, 0)),
                ArticleId.of(new Mention.Source("a.md", 2, 0)),
                ArticleId.of(new Mention.Source("a.md", 1, 1)),
                ArticleId.of(new Mention.Source("a.md", 1, 10))))
        .hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "0123456789abcdef0123456",
        "0123456789abcdef012345678",
        "0123456789ABCDEF01234567",
        "0123456789abcdef0123456g",
        " 0123456789abcdef0123456"
      })
  void whatIsNot24LowerCaseDigits_isNoId(String text) {
    assertThat(ArticleId.isId(text)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new ArticleId(text));
  }

  @Test
  void orderIsThatOfTheDigits_andThePrefixFollowsItUnsigned() {
    var low = new ArticleId("7fffffffffffffff00000000");
    var high = new ArticleId("800000000000000000000000");
    assertThat(low).isLessThan(high);
    assertThat(Long.compareUnsigned(low.prefix(), high.prefix())).isNegative();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000000000000000000000000",
        "0123456789abcdef01234567",
        "ffffffffffffffffffffffff"
      })
  void prefixAndRestMakeTheIdentity(String digits) {
    var id = new ArticleId(digits);
    assertThat(ArticleId.of(id.prefix(), id.rest())).isEqualTo(id);
    assertThat(id.bytes()).isEqualTo(HexFormat.of().parseHex(digits));
  }
}
