package dev.broadsheet.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Words of a language that nobody speaks, the frequent ones short, some of them inflected forms of
 * others as English has them. The first are English: the words that news are full of.
 */
final class InventedWords {
  private static final List<String> ENGLISH =
      List.of(
          """
          government people president company police market court health school election state world
          country city court million minister police report group security billion economy trade
          league season player team game coach music film energy climate water fire storm hospital
          vaccine virus research science data network software phone internet bank shares profit
          sales growth price inflation tax budget law vote party leader campaign parliament senate
          congress union strike workers jobs wages food farm prices oil gas power nuclear plant
          rail airport flight road traffic crash rescue flood heat\
          """
              .split("\\s+"));

  private static final String[] ONSETS =
      """
      s s s c c p p b d m m r r t t f l h g n w v k st pr tr ch sh br gr cl pl sp j th fl cr bl dr
      qu sc str\
      """
          .split("\\s+");
  private static final String[] NUCLEI = "a a a e e e i i o o u ea ai ou oo y io ee".split(" ");
  private static final String[] CODAS =
      "- - - - n n r r l s t t d m ck nd nt st ng rt ll ss p g rk x".split(" ");
  private static final String[] ENDINGS = {"s", "s", "s", "ed", "ing", "er", "ly"};

  /** How many words in a hundred are inflected forms. */
  private static final int INFLECTED = 30;

  private InventedWords() {}

  /** So many words, all different, most frequent first; always the same for the same seed. */
  static List<String> list(int count, long seed) {
    var random = new SplittableRandom(seed);
    Set<String> seen = new LinkedHashSet<>(ENGLISH);
    List<String> words = new ArrayList<>(seen);
    while (words.size() < count) {
      String word =
          random.nextInt(100) < INFLECTED
              ? words.get(random.nextInt(words.size())) + any(ENDINGS, random)
              : invented(syllables(words.size(), random), random);
      if (word.length() > 2 && seen.add(word)) {
        words.add(word);
      }
    }
    return words.subList(0, count);
  }

  private static int syllables(int rank, SplittableRandom random) {
    return (rank < 1_000 ? 1 : 2) + random.nextInt(2);
  }

  /** Most syllables but the last are open. */
  private static String invented(int syllables, SplittableRandom random) {
    var word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      boolean closed = i == syllables - 1 || random.nextInt(4) == 0;
      String coda = closed ? any(CODAS, random) : "-";
      word.append(any(ONSETS, random)).append(any(NUCLEI, random));
      word.append(coda.equals("-") ? "" : coda);
    }
    return word.toString();
  }

  private static String any(String[] parts, SplittableRandom random) {
    return parts[random.nextInt(parts.length)];
  }
}
