package dev.broadsheet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
  private static final int SAMPLE = 100_000;
  private static final int PAIR_SLOTS = 1 << 24;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final CharArraySet LITTLE = EnglishAnalyzer.ENGLISH_STOP_WORDS_SET;

  /** More that say little, and are in too many headlines to be asked for alone. */
  private static final Set<String> LITTLE_TOO =
      Set.of("about", "after", "from", "has", "have", "his", "how", "its", "over", "who", "you");

  private final Map<String, Integer> items = new HashMap<>();
  private final int[] pairs = new int[PAIR_SLOTS];
  private final List<Sampled> sample = new ArrayList<>();
  private int count;

  /** An item to ask for. */
  record Sampled(List<String> title, List<String> topics, LocalDate day) {}

  /** Reads a corpus. */
  static CorpusWords read(Path file) throws IOException {
    var words = new CorpusWords();
    var random = new SplittableRandom(1);
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      lines.forEach(line -> words.add(JsonMapper.shared().readTree(line), random));
    }
    return words;
  }

  private void add(JsonNode item, SplittableRandom random) {
    List<String> title = words(item.path("title").asString(""));
    var all = new HashSet<>(title);
    all.addAll(words(item.path("excerpt").asString("")));
    all.forEach(word -> items.merge(word, 1, Integer::sum));
    for (int i = 1; i < title.size(); i++) {
      pairs[slot(title.get(i - 1), title.get(i))]++;
    }
    take(title, item, random);
  }

  /** Every item is as likely as any other to be in the sample in the end. */
  private void take(List<String> title, JsonNode item, SplittableRandom random) {
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
    var sampled = new Sampled(title, topics, day);
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

  /** In how many titles two words stand side by side: not fewer than that, and seldom more. */
  int together(String first, String second) {
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
