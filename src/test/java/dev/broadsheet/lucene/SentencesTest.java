package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.words.Sentences;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SentencesTest {
  private static List<String> split(String text) {
    return Sentences.of(text).stream().map(it -> text.substring(it.start(), it.end())).toList();
  }

  @Test
  void sentencesEndWithAMark_andWhatClosesIt() {
    assertThat(split("One. Two! “Three?” (Four.) Five… 6 is it"))
        .containsExactly("One.", "Two!", "“Three?”", "(Four.)", "Five…", "6 is it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Brown met Dr. Ann J. Lee.",
        "The U.S. Senate, e.g. its members, met at 9 a.m. London time.",
        "Broadsheet 1.5 is at example.com/a.B now",
        "What?! she asked",
        "On Jan. 5 the No. 10 office said so"
      })
  void dotWithinASentenceDoesNotEndIt(String sentence) {
    assertThat(split(sentence)).containsExactly(sentence);
  }

  @Test
  void wideMarkEndsASentenceWithoutSpace() {
    assertThat(split("東京です。地震！はい")).containsExactly("東京です。", "地震！", "はい");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void spaceIsNoSentence(String text) {
    assertThat(split(text)).isEmpty();
  }
}
