package dev.broadsheet.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A sort of query that the mix has, with how many of a hundred are of it. */
public enum QueryClass {
  /** A word that at least one item in twelve has. */
  VERY_COMMON("word, very common", 6),
  /** A word that one item in 60 to 25 has. */
  COMMON("word, common", 10),
  /** A word that one item in 1000 to 200 has. */
  MEDIUM("word, medium", 10),
  /** A word of about ten items. */
  RARE("word, rare", 6),
  /** Two words, both required, that a page of items have. */
  TWO("two words, all", 12),
  /** Two words, both required, that hardly any item but one has. */
  FEW("two words, few have both", 4),
  /** Three words, all required, that a page of items have. */
  THREE("three words, all", 8),
  /** Three words, of which one is enough. */
  ANY("three words, any", 6),
  /** Neighbouring words of a title, in quotes. */
  PHRASE("phrase", 8),
  /** Three letters: as a visitor types, or with a star. */
  PREFIX("prefix of three letters", 8),
  /** A word, and three letters of another. */
  TYPING("word + prefix", 4),
  /** A word within a topic. */
  WORD_TOPIC("word + topic", 6),
  /** A word within 7 to 30 days. */
  WORD_DAYS("word + 7 to 30 days", 6),
  /** The front page. */
  ALL("all, newest first", 2),
  /** A topic's page. */
  TOPIC("topic, newest first", 4);

  private static final int TOTAL = Arrays.stream(values()).mapToInt(it -> it.weight).sum();

  private final String label;
  private final int weight;

  QueryClass(String label, int weight) {
    this.label = label;
    this.weight = weight;
  }

  /** Its name, as query files and tables have it. */
  String label() {
    return label;
  }

  /** How many of a hundred queries of the mix are of it. */
  int weight() {
    return weight;
  }

  /** Whether the best come first, and not the newest. */
  boolean isRanked() {
    return this != ALL && this != TOPIC;
  }

  /** One by weight. */
  static QueryClass any(SplittableRandom random) {
    int left = random.nextInt(TOTAL);
    for (QueryClass it : values()) {
      left -= it.weight;
      if (left < 0) {
        return it;
      }
    }
    throw new AssertionError(left);
  }
}
