package dev.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalUrlTest {
  private static final String URL = "https://example.com/News/Story?id=7";

  private static String canonical(String url) {
    return CanonicalUrl.of(url).value();
  }

  @Test
  void formNamesHostPathAndQuery() {
    assertThat(canonical(URL)).isEqualTo("//example.com/News/Story?id=7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/News/Story?id=7",
        "HTTPS://example.com/News/Story?id=7",
        "//example.com/News/Story?id=7",
        "https://EXAMPLE.Com/News/Story?id=7",
        "http://example.com:80/News/Story?id=7",
        "https://example.com:443/News/Story?id=7",
        "https://reader@example.com/News/Story?id=7",
        "https://example.com/News/Story?id=7#comments",
        "https://example.com/News/Story?id=7#",
        "https://example.com/News/Story/?id=7",
        "https://example.com/News/Story//?id=7",
        "https://example.com/News/Story?id=7&",
        "https://example.com/News/Story?&id=7",
        "https://example.com/News/Story?utm_source=feed&id=7&utm_medium=rss",
        "https://example.com/News/Story?id=7&UTM_Campaign=x",
        "https://example.com/News/Story?fbclid=abc&id=7",
        "https://example.com/News/Story?id=7&gclid",
        "https://example.com/News/Story?id=7&mc_cid=1&mc_eid=2&ocid=3",
        "https://example.com/News/Story?id=7&%75tm_source=feed",
        "https://example.com/%4Eews/St%6fry?%69d=%37",
        "  https://example.com/News/Story?id=7\n"
      })
  void whatLeadsToTheSamePlace_isTheSame(String url) {
    assertThat(canonical(url)).isEqualTo(canonical(URL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/news/Story?id=7",
        "https://example.com/News/Story",
        "https://example.com/News/Story?id=8",
        "https://example.com/News/Story?ID=7",
        "https://example.com/News/Story?id=7&page=2",
        "https://example.com/News/Story?id=7&utm=x",
        "https://www.example.com/News/Story?id=7",
        "https://m.example.com/News/Story?id=7",
        "https://example.org/News/Story?id=7",
        "https://example.com:8080/News/Story?id=7",
        "https://example.com:8443/News/Story?id=7",
        "https://example.com/News%2FStory?id=7",
        "https://example.com/News/Story%3Fid=7",
        "/News/Story?id=7"
      })
  void whatLeadsElsewhere_isAnother(String url) {
    assertThat(canonical(url)).isNotEqualTo(canonical(URL));
  }

  @Test
  void onlyTrackingParameters_leaveNoQuestionMark() {
    assertThat(canonical("https://example.com/a?utm_source=x&gclid=y"))
        .isEqualTo("//example.com/a");
  }

  @Test
  void homePage_isItsHost() {
    assertThat(canonical("https://example.com/"))
        .isEqualTo(canonical("https://example.com"))
        .isEqualTo("//example.com");
  }

  @Test
  void escapesThatAreNeeded_stayAndAreUpperCase() {
    assertThat(canonical("https://example.com/caf%c3%a9%2fbar?q=a%26b"))
        .isEqualTo("//example.com/caf%C3%A9%2Fbar?q=a%26b");
  }

  @Test
  void brokenEscapes_stayAsTheyAre() {
    assertThat(canonical("https://example.com/100%?q=%zz")).isEqualTo("//example.com/100%?q=%zz");
  }

  @Test
  void hostOfAnotherScript_isTheSameInItsAsciiForm() {
    assertThat(canonical("https://B\u00fccher.example/a"))
        .isEqualTo(canonical("https://xn--bcher-kva.example/a"));
  }

  @Test
  void pathOfTheSiteItself_isKept() {
    assertThat(canonical("/news/story/?utm_source=x#top")).isEqualTo("/news/story");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        URL,
        "https://example.com/a%2541/?%75tm_source=x&b=%7e",
        "/local/%2F/",
        "http://user@B\u00fccher.example:80//x//?a&&b#c"
      })
  void canonicalForm_staysWhenItIsMadeAgain(String url) {
    assertThat(canonical(canonical(url))).isEqualTo(canonical(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "#",
        "#top",
        "/",
        "?",
        "?utm_source=x",
        "//",
        "https://",
        "https:///path",
        "javascript:void(0)",
        "JavaScript:alert(1)",
        "mailto:desk@example.com",
        "data:text/html,x",
        "ftp://example.com/a"
      })
  void whatLeadsToNoArticle_isRefused(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalUrl.of(url));
  }
}
