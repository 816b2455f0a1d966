package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {
  @Test
  void parameters_keepTheirOrderAndRepeats() {
    assertThat(QueryString.parse("b=1&a=2&b=3"))
        .containsExactly(Map.entry("b", List.of("1", "3")), Map.entry("a", List.of("2")));
  }

  @Test
  void plus_isASpace_andEncodedPlusIsAPlus() {
    assertThat(QueryString.parse("q=a+b&r=c%2Bd+e"))
        .containsEntry("q", List.of("a b"))
        .containsEntry("r", List.of("c+d e"));
  }

  @Test
  void names_areDecoded() {
    assertThat(QueryString.parse("quality%2Emin=1")).containsKey("quality.min");
  }

  @Test
  void semicolon_isText() {
    assertThat(QueryString.parse("q=a;b=c")).containsExactly(Map.entry("q", List.of("a;b=c")));
  }

  @Test
  void missingPieces_areEmpty() {
    assertThat(QueryString.parse("&&q&=x&"))
        .containsExactly(Map.entry("q", List.of("")), Map.entry("", List.of("x")));
  }

  @Test
  void nothing_hasNoParameters() {
    assertThat(QueryString.parse("")).isEmpty();
  }

  @Test
  void utf8_isDecoded_encodedOrNot() {
    assertThat(QueryString.parse("q=%F0%9F%8E%89é%C3%A9")).containsEntry("q", List.of("🎉éé"));
  }

  @Test
  void encodedReplacementCharacter_isText() {
    assertThat(QueryString.parse("q=%EF%BF%BD")).containsEntry("q", List.of("\ufffd"));
  }

  @Test
  void nul_isText() {
    assertThat(QueryString.parse("q=%00")).containsEntry("q", List.of("\0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "\ufffd",
        "%Z",
        "%ZZ",
        "a%4",
        "%E8",
        "%C3%28",
        "%ED%A0%80",
        "%F4%90%80%80",
        "%C0%80",
        "%+1",
        "%１１"
      })
  void badEncoding_namesTheParameter(String value) {
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> QueryString.parse("x=1&topic=" + value))
        .satisfies(thrown -> {
          assertThat(thrown.code()).isEqualTo(InvalidParameterException.Code.BAD_ENCODING);
          assertThat(thrown.parameter()).isEqualTo("topic");
          assertThat(thrown.value()).contains(value);
        });
  }

  @Test
  void badlyEncodedName_isNamedAsWritten() {
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> QueryString.parse("%E8=1"))
        .satisfies(thrown -> assertThat(thrown.parameter()).isEqualTo("%E8"));
  }
}
