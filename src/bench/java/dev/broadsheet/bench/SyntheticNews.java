package dev.broadsheet.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * News that never happened, to measure with. The item of a number is always the same, so that a
 * corpus of 100,000 is the beginning of one of a million. Safe for use by many threads.
 *
 * <p>Of a million items, the most frequent word that means something is in about 220,000, ranks
 * about 50 and 1000 in 26,000 and 2,400, and the rarest of 200,000 words in about 10. A third of
 * the words say little, as in English. Two in five words are of the item's topic, and some stand in
 * fixed pairs, so that words are found together, and phrases, more often than by chance.
 */
final class SyntheticNews {
  private static final int WORDS = 200_000;
  private static final int TOPICS = 500;
  private static final int PROVIDERS = 2_000;
  private static final int PAIRS = 20_000;
  private static final int WORDS_OF_A_TOPIC = 400;

  /** The words of topics and pairs are not the most frequent ones. */
  private static final int FIRST_SPECIAL = 100;

  private static final double OF_TOPIC = 0.4;
  private static final double IN_PAIR = 0.12;
  private static final double SAYS_LITTLE_IN_TITLE = 0.2;
  private static final double SAYS_LITTLE = 0.35;

  private static final String[] LITTLE =
      "the of to a in and for on is that with as at by it was from be are this has will not but"
          .split(" ");
  private static final String[] CATEGORIES =
      {"news", "news", "news", "sport", "business", "culture", "science", "opinion"};

  private static final Instant END = Instant.parse("2026-10-31T00:00:00Z");
  private static final long SECONDS = 3L * 365 * 24 * 60 * 60;

  /** Of a logarithm: a median of 30, and one in twenty above 110. */
  private static final double QUALITY_MEAN = Math.log(30);

  private static final double QUALITY_DEVIATION = 0.8;

  private final long seed;
  private final List<String> words;
  private final int[][] topicWords = new int[TOPICS][WORDS_OF_A_TOPIC];
  private final int[][] pairs = new int[PAIRS][2];
  private final List<String> topics;
  private final List<String> providers;
  private final Ranks anyWord = new Ranks(WORDS, 4.3);
  private final Ranks little = new Ranks(LITTLE.length, 1);
  private final Ranks topicWord = new Ranks(WORDS_OF_A_TOPIC, 20);
  private final Ranks pair = new Ranks(PAIRS, 20);
  private final Ranks topic = new Ranks(TOPICS, 5);
  private final Ranks provider = new Ranks(PROVIDERS, 8);

  SyntheticNews(long seed) {
    this.seed = seed;
    words = InventedWords.list(WORDS, seed);
    var random = new SplittableRandom(seed);
    var special = new Ranks(FIRST_SPECIAL, WORDS, 0);
    for (int[] list : topicWords) {
      fill(list, special, random);
    }
    var half = new Ranks(FIRST_SPECIAL, WORDS / 4, 0);
    for (int[] list : pairs) {
      fill(list, half, random);
    }
    topics = names(TOPICS, random);
    providers = names(PROVIDERS, random);
  }

  private static void fill(int[] list, Ranks ranks, SplittableRandom random) {
    for (int i = 0; i < list.length; i++) {
      list[i] = ranks.draw(random);
    }
  }

  /** Names of one or two words, all different. */
  private List<String> names(int count, SplittableRandom random) {
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < count) {
      int first = FIRST_SPECIAL + random.nextInt(20_000);
      int second = FIRST_SPECIAL + random.nextInt(20_000);
      String one = capitalized(words.get(first));
      names.add(random.nextBoolean() ? one : one + " " + capitalized(words.get(second)));
    }
    return List.copyOf(names);
  }

  /** The item of a number. */
  SyntheticItem item(long number) {
    var random = new SplittableRandom(seed ^ (number * 0x9E3779B97F4A7C15L));
    int mainTopic = topic.draw(random);
    int outlet = provider.draw(random);
    String domain = providers.get(outlet).toLowerCase(Locale.ROOT).replace(" ", "") + ".example";
    String title = title(mainTopic, random);
    String path = title.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + number;
    double age = random.nextDouble();
    return new SyntheticItem(
        title,
        excerpt(mainTopic, random),
        CATEGORIES[random.nextInt(CATEGORIES.length)],
        random.nextInt(10) == 0 ? "video" : "article",
        END.minusSeconds((long) (age * age * SECONDS)),
        "https://www." + domain + "/" + path,
        quality(random),
        random.nextInt(10) > 0,
        providers.get(outlet),
        domain,
        topics(mainTopic, random),
        "https://images." + domain + "/" + number + ".jpg");
  }

  /** The items of the numbers from 0, made by all processors, in order. */
  Stream<SyntheticItem> items(long count) {
    int threads = Runtime.getRuntime().availableProcessors();
    return Stream.iterate(0L, i -> i < count, i -> i + 1)
        .gather(Gatherers.windowFixed(1_000))
        .gather(Gatherers.mapConcurrent(threads, run -> run.stream().map(this::item).toList()))
        .flatMap(List::stream);
  }

  private List<String> topics(int main, SplittableRandom random) {
    Set<String> chosen = new LinkedHashSet<>(List.of(topics.get(main)));
    for (int more = random.nextInt(4); more > 0; more--) {
      chosen.add(topics.get(topic.draw(random)));
    }
    return List.copyOf(chosen);
  }

  private static double quality(SplittableRandom random) {
    double quality = Math.exp(QUALITY_MEAN + QUALITY_DEVIATION * random.nextGaussian());
    return Math.round(Math.min(quality, 200) * 10) / 10.0;
  }

  private String title(int ofTopic, SplittableRandom random) {
    List<String> text = text(5 + random.nextInt(8), SAYS_LITTLE_IN_TITLE, ofTopic, random);
    return String.join(" ", text.stream().map(SyntheticNews::capitalized).toList());
  }

  private String excerpt(int ofTopic, SplittableRandom random) {
    String text = String.join(" ", text(15 + random.nextInt(26), SAYS_LITTLE, ofTopic, random));
    return capitalized(text) + ".";
  }

  private List<String> text(
      int length, double saysLittle, int ofTopic, SplittableRandom random) {
    List<String> text = new ArrayList<>(length + 1);
    while (text.size() < length) {
      if (random.nextDouble() < saysLittle) {
        text.add(LITTLE[little.draw(random)]);
      } else if (random.nextDouble() < IN_PAIR) {
        int[] both = pairs[pair.draw(random)];
        text.add(words.get(both[0]));
        text.add(words.get(both[1]));
      } else if (random.nextDouble() < OF_TOPIC) {
        text.add(words.get(topicWords[ofTopic][topicWord.draw(random)]));
      } else {
        text.add(words.get(anyWord.draw(random)));
      }
    }
    return text;
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
