package dev.broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text, Markdown, dates, numbers and URLs as they are written, and what is read of them. */
class TextFormsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '^',
      value = {
        "plain => plain",
        "a < b => a < b",
        "a <b => a <b",
        "I <3 you > me => I <3 you > me",
        "AT&T => AT&T",
        "a &amp; b => a & b",
        "&lt;b&gt; => <b>",
        "caf&eacute; &#8217; &#x1F600; => caf\u00e9 \u2019 \uD83D\uDE00",
        "<b>bo</b>ld => bold",
        "<p>one</p><p>two</p> => one two",
        "a<br>b => a b",
        "a<script>alert(1)</script>b<style>x{}</style> => a b",
        "a<!-- no -->b => ab",
      })
  void html_isPlainText(String html, String text) {
    assertThat(PlainText.of(html)).isEqualTo(text);
  }

  @Test
  void controlsAndSpace_areOneSpace() {
    assertThat(PlainText.of(" a\u0000\u0097\t\r\n\u00a0\u2003b\u0085 ")).isEqualTo("a b");
  }

  @Test
  void halfACharacter_isReplaced() {
    assertThat(PlainText.of("a\uD83Db\uDE00\uD83D")).isEqualTo("a\uFFFDb\uFFFD\uFFFD");
  }

  @Test
  void wholeCharacter_isKept() {
    assertThat(PlainText.of("a \uD83D\uDE00  b")).isEqualTo("a \uD83D\uDE00 b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '^',
      value = {
        "# Head|text => Head text",
        "*a* **b** _c_ `d < e` => a b c d < e",
        "[link](https://example.com 'T') ![alt](x.png) => link alt",
        "- one|- two => one two",
        "> quoted|> more => quoted more",
        "```java|List<String> x;|``` => List<String> x;",
        "AT&amp;T \\*star\\* => AT&T *star*",
        "a <b>b</b> c<br>d => a b c d",
        "x <script>alert(1)</script> y => x y",
        "<div>block <i>text</i></div> => block text",
        "<script>|alert(1)|</script> => ^^",
        "one  |two => one two",
      })
  void markdown_isPlainText(String markdown, String text) {
    assertThat(MarkdownText.of(markdown.replace("|", "\n"))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "*a **b ", "<", "[", "- "})
  void hostileMarkdown_isReadToItsEnd(String piece) {
    assertThat(MarkdownText.of(piece.repeat(200_000) + "\n\nlast")).endsWith("last");
  }

  @ParameterizedTest
  @CsvSource({
    "2019-12-20T20:43:00Z, 2019-12-20T20:43:00Z",
    "2019-12-20T20:43:00.25z, 2019-12-20T20:43:00.250Z",
    "2019-12-20T20:43:00.1234567891Z, 2019-12-20T20:43:00.123456789Z",
    "2019-12-20 20:43:00, 2019-12-20T20:43:00Z",
    "2019-12-20T20:43, 2019-12-20T20:43:00Z",
    "2019-12-20T20:43:00+01:00, 2019-12-20T19:43:00Z",
    "2019-12-20T20:43:00+0100, 2019-12-20T19:43:00Z",
    "2019-12-20T20:43:00-08, 2019-12-21T04:43:00Z",
    "2019-12-20 20:43:00 +05:30, 2019-12-20T15:13:00Z",
    "2019-12-20, 2019-12-20T00:00:00Z",
    "0001-01-01, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
  })
  void date_isRead(String text, Instant instant) {
    assertThat(DateText.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2019",
        "2019-12",
        "2019-2-3",
        "2019-02-30",
        "2019-12-20T",
        "2019-12-20T20",
        "2019-12-20  20:43",
        "2019-12-20T25:00",
        "2019-12-20T20:43:00.Z",
        "2019-12-20T20:43:00ZZ",
        "2019-12-20T20:43:00+",
        "2019-12-20T20:43:00+19:00",
        "2019-12-20T20:43:00+01:",
        "2019-12-20T20:43:00Z+01:00",
        "12/20/2019",
        "0000-01-01",
        "10000-01-01",
        "yesterday",
        "0001-01-01T00:00:00+01:00",
        "\u0662\u0660\u0661\u0669-12-20"
      })
  void whatIsNoDate_isNotRead(String text) {
    assertThat(DateText.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"88, 88", "-1, -1", "+2, 2", "0.5, 0.5", ".5, .5", "5., 5", "1e3, 1000", "1E-1, 0.1"})
  void decimal_isRead(String text, double number) {
    assertThat(NumberText.decimal(text)).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".", "e5", "1e", "1e+", "1 2", "0x10", "1_000", "NaN", "Infinity", "1d"})
  void whatIsNoDecimal_isNotRead(String text) {
    assertThat(NumberText.decimal(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "2147483648", "99999999999999999999", "5px"})
  void whatIsNoWholeNumber_isNotRead(String text) {
    assertThat(NumberText.whole(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "' https://a.com/?a=1&amp;b=2 ', https://a.com/?a=1&b=2",
    "https://a.com/?a=1&copy=2, https://a.com/?a=1&copy=2",
    "https://a.com/\u0007x, https://a.com/x",
  })
  void url_isDecoded(String written, String url) {
    assertThat(WebAddress.of(written)).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.com/x.png, true",
    "//a.com/x.png, true",
    "/x.png, true",
    "x:y/z.png, false",
    "img/a:b.png, true",
    "'data:image/png;base64,AAAA', true",
    "'data:text/html,x', false",
    "JavaScript:alert(1), false",
    "file:///etc/passwd, false",
  })
  void picture_isOnTheWebOrOnTheSite(String url, boolean picture) {
    assertThat(WebAddress.isPicture(url)).isEqualTo(picture);
  }

  @Test
  void shownValue_isOneShortLine() {
    assertThat(Shown.value("a\u202Eb\uD83D\uDE00")).isEqualTo("'a\\u202eb\uD83D\uDE00'");
    assertThat(Shown.value("\uD83D\uDE00".repeat(61)))
        .isEqualTo("'" + "\uD83D\uDE00".repeat(60) + "…'");
  }
}
