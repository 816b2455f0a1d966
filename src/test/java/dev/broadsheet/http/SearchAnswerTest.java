package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.SearchResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class SearchAnswerTest {
  @Test
  void fullAnswer_hasEveryFieldInTheOrderOfTheContract() throws IOException {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("q", "facebook");
    query.put("topic", List.of("AI"));
    query.put("quality.min", 0.5);
    query.put("size", 20);
    query.put("highlight", true);
    GoldenFile.assertMatches("answer-full.json", pretty(query, Answers.full()));
  }

  @Test
  void emptyAnswer_keepsItsHits() throws IOException {
    GoldenFile.assertMatches("answer-empty.json", pretty(Map.of(), Answers.empty()));
  }

  @Test
  void bareHit_leavesOutWhatIsAbsent() throws IOException {
    GoldenFile.assertMatches("answer-bare.json", pretty(Map.of(), Answers.bare("Only a title")));
  }

  @Test
  void explainedStories_tellAllThereIs() throws IOException {
    GoldenFile.assertMatches("answer-stories.json", pretty(Map.of(), Answers.explainedStories()));
  }

  @Test
  void lowerBound_isSaidToBeOne() {
    assertThat(compact(Answers.bare("x"))).contains("\"total\":1,\"totalRelation\":\"gte\"");
  }

  @Test
  void meaning_tellsWhatItAddedAndWhatItFound() {
    SearchResult bare = Answers.bare("x");
    var result =
        new SearchResult(
            bare.total(),
            true,
            List.of(bare.hits().getFirst().foundByMeaning()),
            List.of(),
            bare.wording(),
            Optional.empty(),
            OptionalLong.of(1),
            bare.version());
    assertThat(compact(result)).contains("\"meaning\":{\"added\":1}", "\"byMeaning\":true");
    assertThat(compact(bare)).doesNotContain("eaning");
  }

  @Test
  void halfSurrogatePair_isReplaced() {
    assertThat(compact(Answers.bare("a\ud800b"))).contains("\"title\":\"a?b\"");
  }

  @Test
  void controlCharacters_areEscaped() {
    assertThat(compact(Answers.bare("a\u0000b\u001f\"\\"))).contains("a\\u0000b\\u001F\\\"\\\\");
  }

  private static String compact(SearchResult result) {
    var answer = new SearchAnswer(Map.of(), result, Duration.ZERO);
    return new String(JsonText.bytes(answer::writeTo), StandardCharsets.UTF_8);
  }

  private static String pretty(Map<String, Object> query, SearchResult result) {
    byte[] answer = JsonText.bytes(new SearchAnswer(query, result, Duration.ofMillis(2))::writeTo);
    var mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    return mapper.writeValueAsString(mapper.readTree(answer));
  }
}
