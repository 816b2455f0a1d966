package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfNoneMatchTest {
  private static final EntityTag TAG = new EntityTag("a,b");

  @ParameterizedTest
  @ValueSource(
      strings = {"\"a,b\"", "W/\"a,b\"", "\"x\", \"a,b\"", "W/\"x\",W/\"a,b\" ", "\"a,b\",*"})
  void tagInTheList_matches(String field) {
    assertThat(IfNoneMatch.of(field).match(TAG, false)).contains(TAG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,b", "\"a\",\"b\"", "\"A,B\"", "\"a,b", "\"a,b-gzip\"", "*"})
  void otherList_doesNot(String field) {
    assertThat(IfNoneMatch.of(field).match(TAG, false)).isEmpty();
  }

  @Test
  void compressedAnswer_matches_whereTheClientTakesIt() {
    assertThat(IfNoneMatch.of("\"a,b-gzip\"").match(TAG, true)).contains(TAG.compressed());
  }

  @Test
  void plainAnswer_matches_alsoWhereACompressedOneWouldDo() {
    assertThat(IfNoneMatch.of("\"a,b\"").match(TAG, true)).contains(TAG);
  }

  @Test
  void star_isAny() {
    assertThat(IfNoneMatch.of(" * ").any()).isTrue();
    assertThat(IfNoneMatch.of("\"*\"").any()).isFalse();
  }
}
