package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagTest {
  private static final EntityTag TAG = EntityTag.of("g1.1", "application/json", "key");

  @Test
  void sameAnswer_hasTheSameTag() {
    assertThat(EntityTag.of("g1.1", "application/json", "key")).isEqualTo(TAG);
  }

  @ParameterizedTest
  @CsvSource({"g1.2,application/json,key", "g1.1,text/html,key", "g1.1,application/json,Key"})
  void otherAnswer_hasAnotherTag(String version, String mediaType, String key) {
    assertThat(EntityTag.of(version, mediaType, key)).isNotEqualTo(TAG);
  }

  @Test
  void compressedAnswer_hasAnotherTag() {
    assertThat(TAG.compressed()).isNotEqualTo(TAG);
  }

  @Test
  void header_isQuotedAndStrong() {
    assertThat(TAG.quoted()).matches("\"g1\\.1-[A-Za-z0-9_-]{16}\"");
  }
}
