package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinkTest {
  @ParameterizedTest
  @CsvSource({
    "https://example.com/a?b=c&d=%20#e, https://example.com/a?b=c&d=%20#e",
    "HTTP://example.com, HTTP://example.com",
    "https://example.com/a b, https://example.com/a%20b",
    "https://example.com/é/汐, https://example.com/%C3%A9/%E6%B1%90",
    "https://example.com/100%, https://example.com/100%25",
    "https://example.com/<\">, https://example.com/%3C%22%3E"
  })
  void addressOnTheWeb_becomesAUri(String url, String uri) {
    assertThat(WebLink.of(url)).contains(uri);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a.jpg",
        "example.com/a",
        "javascript:alert(1)",
        "data:text/html,x",
        "https:"
      })
  void otherAddress_isNone(String url) {
    assertThat(WebLink.of(url)).isEmpty();
  }
}
