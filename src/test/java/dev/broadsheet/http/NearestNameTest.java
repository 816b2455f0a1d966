package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {
  @ParameterizedTest
  @CsvSource({
    "topics,topic",
    "Topic,topic",
    "tpoic,topic",
    "facet_size,facet.size",
    "sise,size",
    "quality.mni,quality.min",
    "topic-not,topic.not",
    "fomr,from",
    "t0,to"
  })
  void typo_findsTheName(String typed, String meant) {
    assertThat(NearestName.of(typed, SearchParameters.knownNames())).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "callback", "utm_source", "a-name-that-is-much-longer-than-any-of-ours"})
  void strangeName_findsNone(String typed) {
    assertThat(NearestName.of(typed, SearchParameters.knownNames())).isEmpty();
  }

  @Test
  void neighboursSwapped_areOneEdit() {
    assertThat(NearestName.edits("abcd", "acbd")).isEqualTo(1);
  }
}
