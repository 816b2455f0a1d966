package dev.broadsheet.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StemCacheTest {
  private static final long SEED = Long.getLong("test.seed", System.nanoTime());

  private static final List<String> PARTS =
      List.of(
          "ab", "com", "environ", "hop", "miss", "nation", "oper", "prepar", "y", "able", "al",
          "ate", "ed", "ement", "ence", "er", "ful", "ic", "ing", "ion", "ism", "ity", "ly", "ment",
          "ness", "ous", "s", "sses", "ies", "ization");

  private final StemCache stems = new StemCache();

  @Test
  void formsOfAWordHaveOneStem_howeverOftenItHasToBeStemmed() {
    assertThat(List.of("environ", "environment", "environmental", "environmentally"))
        .extracting(stems::stem)
        .containsOnly("environ");
    assertThat(stems.stem("news")).isEqualTo("news");
    assertThat(stems.stem("")).isEmpty();
  }

  /** So that a word that is not its own stem is no other word's. */
  @Test
  void aStemIsItsOwnStem() {
    System.out.println("StemCacheTest: -Dtest.seed=" + SEED);
    var random = new Random(SEED);
    for (int i = 0; i < 50_000; i++) {
      var word = new StringBuilder();
      for (int parts = 1 + random.nextInt(4); parts > 0; parts--) {
        word.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      String stem = stems.stem(word.toString());
      assertThat(stems.stem(stem)).as("the stem of %s, of %s", stem, word).isEqualTo(stem);
    }
  }
}
