package dev.broadsheet.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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

  /** So that a word can be told from what is looked for before it is stemmed. */
  @Test
  void aStemBeginsAsItsWordDoes_butForAnIThatStandsForAY() {
    List<String> words = new ArrayList<>(List.of("skies", "idly", "only", "early"));
    addWords("", words);
    for (String word : words) {
      String stem = stems.stem(word);
      assertThat(stem.charAt(0)).as(word).isEqualTo(word.charAt(0));
      if (stem.length() > 1) {
        assertThat(stem.charAt(1))
            .as(word)
            .isIn(word.charAt(1), word.charAt(1) == 'y' ? 'i' : word.charAt(1));
      }
    }
    assertThat(words).contains("dying");
    assertThat(stems.stem("dying")).isEqualTo("die");
  }

  /** All words of up to five of the letters that endings are made of. */
  private static void addWords(String begun, List<String> words) {
    for (char letter : "aeydsingl".toCharArray()) {
      String word = begun + letter;
      words.add(word);
      if (word.length() < 5) {
        addWords(word, words);
      }
    }
  }
}
