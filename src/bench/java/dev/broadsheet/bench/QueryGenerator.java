package dev.broadsheet.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Writes a mix of queries that a corpus has answers for: {@code CORPUS.jsonl QUERIES.txt COUNT}. A
 * line is the parameters of {@code /search}, a tab, and the {@linkplain QueryClass class}. The same
 * corpus always gives the same queries.
 */
public final class QueryGenerator {
  private static final double VERY_COMMON = 1 / 12.0;
  private static final int PREFIX = 3;
  private static final int FEW = 5;

  /** What at least must have several words for a page of hits. */
  private static final int PAGE = 20;

  private final CorpusWords corpus;
  private final SplittableRandom random = new SplittableRandom(2026);
  private final List<String> veryCommon;
  private final List<String> common;
  private final List<String> medium;
  private final List<String> rare;

  private QueryGenerator(CorpusWords corpus) {
    this.corpus = corpus;
    double items = corpus.size();
    veryCommon = corpus.between(items * VERY_COMMON, items);
    common = corpus.between(items / 60, items / 25);
    medium = corpus.between(items / 1000, items / 200);
    rare = corpus.between(FEW, 4 * FEW);
  }

  /** Writes what the arguments say. */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
  }

  static void write(Path corpus, Path queries, int count) throws IOException {
    var generator = new QueryGenerator(CorpusWords.read(corpus));
    List<String> lines = new ArrayList<>(count);
    while (lines.size() < count) {
      QueryClass sort = QueryClass.any(generator.random);
      lines.add(generator.query(sort) + "\t" + sort.label());
    }
    Files.write(queries, lines);
  }

  private String query(QueryClass sort) {
    return switch (sort) {
      case VERY_COMMON -> q(any(veryCommon));
      case COMMON -> q(any(common));
      case MEDIUM -> q(any(medium));
      case RARE -> q(any(rare));
      case TWO -> q(String.join(" ", together(2)));
      case FEW -> q(String.join(" ", apart()));
      case THREE -> q(String.join(" ", together(3)));
      case ANY -> q(String.join(" OR ", any(common), any(medium), any(medium)));
      case PHRASE -> q("\"" + String.join(" ", phrase()) + "\"");
      case PREFIX ->
        random.nextBoolean() ? q(start(ofOneTitle(1).get(0))) + "&prefix=true" : q(starred());
      case TYPING -> typing();
      case WORD_TOPIC -> wordOfTopic();
      case WORD_DAYS -> q(random.nextBoolean() ? any(common) : any(medium)) + days();
      case ALL -> q("");
      case TOPIC -> "topic=" + encoded(any(withTopic().topics()));
    };
  }

  private static String q(String text) {
    return "q=" + encoded(text);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Words that mean something, in the order in which a visitor might think of them. */
  private List<String> ofOneTitle(int count) {
    while (true) {
      List<String> words = CorpusWords.meaning(corpus.any(random).title());
      if (words.size() >= count) {
        Collections.shuffle(words, new Random(random.nextLong()));
        return words.subList(0, count);
      }
    }
  }

  /** Words of one title that at least a page of items have. */
  private List<String> together(int count) {
    while (true) {
      List<String> words = ofOneTitle(count);
      if (corpus.withAll(words) >= PAGE) {
        return words;
      }
    }
  }

  /** Two words of one title that fewer have. */
  private List<String> apart() {
    while (true) {
      List<String> words = ofOneTitle(2);
      if (corpus.withAll(words) < PAGE) {
        return words;
      }
    }
  }

  /** Two words that are often neighbours, or these and the next one. */
  private List<String> phrase() {
    while (true) {
      List<String> title = corpus.any(random).title();
      int at = title.size() < 3 ? 0 : random.nextInt(title.size() - 2);
      int end = at + 2 + random.nextInt(2);
      if (title.size() >= end
          && CorpusWords.meaning(title.subList(at, at + 2)).size() == 2
          && corpus.sideBySide(title.get(at), title.get(at + 1)) >= FEW) {
        return title.subList(at, end);
      }
    }
  }

  private String starred() {
    return start(ofOneTitle(1).get(0)) + "*";
  }

  private static String start(String word) {
    return word.substring(0, word.offsetByCodePoints(0, PREFIX));
  }

  private String typing() {
    List<String> words = together(2);
    return q(words.get(0) + " " + start(words.get(1))) + "&prefix=true";
  }

  private String wordOfTopic() {
    while (true) {
      CorpusWords.Sampled item = withTopic();
      List<String> words = CorpusWords.meaning(item.title());
      if (!words.isEmpty()) {
        return q(any(words)) + "&topic=" + encoded(any(item.topics()));
      }
    }
  }

  private CorpusWords.Sampled withTopic() {
    while (true) {
      CorpusWords.Sampled item = corpus.any(random);
      if (!item.topics().isEmpty()) {
        return item;
      }
    }
  }

  private String days() {
    LocalDate last = corpus.any(random).day();
    return "&from=" + last.minusDays(6 + random.nextInt(24)) + "&to=" + last;
  }
}
