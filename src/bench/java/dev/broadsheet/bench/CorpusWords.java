package dev.broadsheet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a {@code .jsonl} corpus has to ask for: how many items each word is in, about how many each
 * two neighbouring words of a title, and a sample of the items.
 */
final class CorpusWords {
  private static final int SAMPLE = 50_000;

  /** Of the items that have a word, so many are looked at for others. */
  private static final int LOOKED_AT = 500;

  private static final int PAIR_SLOTS = 1 << 24;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final CharArraySet LITTLE = EnglishAnalyzer.ENGLISH_STOP_WORDS_SET;

  /** More that say little, and are in too many headlines to be asked for alone. */
  private static final Set<String> LITTLE_TOO =
      Set.of("about", "after", "from", "has", "have", "his", "how", "its", "over", "who", "you");

  private final Map<String, Integer> items = new HashMap<>();
  private final int[] pairs = new int[PAIR_SLOTS];
  private final List<Sampled> sample = new ArrayList<>();

  /** The items of the sample that have a word. */
  private final Map<String, List<Sampled>> places = new HashMap<>();

  private int count;

  /**
   * An item to ask for.
   *
   * @param title its words, in their order
   * @param words all words of title and excerpt
   * @param topics whole values
   * @param day when it came out
   */
  record Sampled(List<String> title, Set<String> words, List<String> topics, LocalDate day) {}

  /** Reads a corpus. */
  static CorpusWords read(Path file) throws IOException {
    var words = new CorpusWords();
    var random = new SplittableRandom(1);
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      lines.forEach(line -> words.add(JsonMapper.shared().readTree(line), random));
    }
    for (Sampled item : words.sample) {
      item.words.forEach(
          word -> words.places.computeIfAbsent(word, _ -> new ArrayList<>()).add(item));
    }
    return words;
  }

  private void add(JsonNode item, SplittableRandom random) {
    List<String> title = words(item.path("title").asString(""));
    Set<String> all = new HashSet<>(title);
    all.addAll(words(item.path("excerpt").asString("")));
    all.forEach(word -> items.merge(word, 1, Integer::sum));
    for (int i = 1; i < title.size(); i++) {
      pairs[slot(title.get(i - 1), title.get(i))]++;
    }
    take(title, all, item, random);
  }

  /** Every item is as likely as any other to be in the sample in the end. */
  private void take(
      List<String> title, Set<String> words, JsonNode item, SplittableRandom random) {
    int at = count < SAMPLE ? count : random.nextInt(count);
    count++;
    if (at >= SAMPLE || item.path("publishedDateTime").isMissingNode()) {
      return;
    }
    List<String> topics =
        item.path("topics").valueStream().map(topic -> topic.asString("")).toList();
    LocalDate day =
        Instant.parse(item.get("publishedDateTime").asString())
            .atOffset(ZoneOffset.UTC)
            .toLocalDate();
    var sampled = new Sampled(title, words, topics, day);
    if (at < sample.size()) {
      sample.set(at, sampled);
    } else {
      sample.add(sampled);
    }
  }

  private static List<String> words(String text) {
    return BETWEEN_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static int slot(String first, String second) {
    int hash = (first.hashCode() * 31 + second.hashCode()) * 0x9E3779B1;
    return hash >>> 8;
  }

  int size() {
    return count;
  }

  /** An item of the corpus. */
  Sampled any(SplittableRandom random) {
    return sample.get(random.nextInt(sample.size()));
  }

  /** The words that mean something and are in so many items, in a fixed order. */
  List<String> between(double least, double most) {
    return items.entrySet().stream()
        .filter(word -> word.getValue() >= least && word.getValue() <= most)
        .map(Map.Entry::getKey)
        .filter(CorpusWords::says)
        .sorted()
        .toList();
  }

  /** About how many items have all of some words. */
  double withAll(List<String> words) {
    List<Sampled> fewest =
        words.stream()
            .map(word -> places.getOrDefault(word, List.of()))
            .min(Comparator.comparingInt(List::size))
            .orElseThrow();
    List<Sampled> some = fewest.subList(0, Math.min(fewest.size(), LOOKED_AT));
    long found = some.stream().filter(item -> item.words.containsAll(words)).count();
    double share = some.isEmpty() ? 0 : (double) found / some.size();
    return share * fewest.size() * count / sample.size();
  }

  /** In how many titles two words stand side by side: not fewer than that, and seldom more. */
  int sideBySide(String first, String second) {
    return pairs[slot(first, second)];
  }

  /** The words of a title that mean something. */
  static List<String> meaning(List<String> title) {
    return new ArrayList<>(
        new LinkedHashSet<>(title.stream().filter(CorpusWords::says).toList()));
  }

  private static boolean says(String word) {
    return word.length() > 2 && !LITTLE.contains(word) && !LITTLE_TOO.contains(word);
  }
}
