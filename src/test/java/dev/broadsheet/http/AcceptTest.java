package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/x",
        "A/X",
        "text/html, a/x;q=0.1",
        "a/x;charset=utf-8",
        "a/y, a/x",
        "a/y;q=0.5, a/x;q=0.6",
        "a/x;q=many"
      })
  void typeThatIsNamed_isPreferred(String field) {
    assertThat(Accept.of(field).prefers("a/x", "a/y")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*/*", "a/*", "a/xx", "a/x;q=0", "a/x; q=0.000", "a/y, a/x;q=0.9", ";;,,;"})
  void otherwise_itIsNot(String field) {
    assertThat(Accept.of(field).prefers("a/x", "a/y")).isFalse();
  }
}
