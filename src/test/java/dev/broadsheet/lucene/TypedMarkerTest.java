package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.words.TypedMarker;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedMarkerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          face|Facebook & faces|<mark>Face</mark>book &amp; <mark>face</mark>s
          artificial int|Artificial Intelligence|<mark>Artificial</mark> <mark>Int</mark>elligence
          climate |Climate climates|<mark>Climate</mark> climates
          montre|Un été à Montréal|Un été à <mark>Montré</mark>al
          STRASS|Straße|<mark>Straß</mark>e
          elo|e\u0301lodie|<mark>e\u0301lo</mark>die
          東|東京|<mark>東</mark>京
          """)
  void whatIsTypedIsMarked(String typed, String text, String html) throws IOException {
    assertThat(TypedMarker.of(typed).html(text)).isEqualTo(html);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "'", "?!"})
  void nothingIsMarkedWhereNoWordIsTyped(String typed) throws IOException {
    assertThat(TypedMarker.of(typed).html("it's")).isEqualTo("it&#39;s");
  }
}
