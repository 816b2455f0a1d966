package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedSubjectTest {
  @Test
  void wordsAndFilters_areSaid() {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("q", "flood barrier ");
    given.put("topic", List.of("Climate", "Cities"));
    given.put("type.not", List.of("video"));
    given.put("quality.min", 50);
    given.put("tz", "Europe/Oslo");
    given.put("size", 5);
    assertThat(FeedSubject.of(given))
        .isEqualTo("flood barrier, topic Climate or Cities, not type video, quality min 50");
  }

  @Test
  void nothing_isAllItems() {
    assertThat(FeedSubject.of(Map.of("size", 5))).isEqualTo("all items");
  }
}
