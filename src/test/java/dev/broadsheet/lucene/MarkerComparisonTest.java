package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.SharedFiles;
import dev.broadsheet.fixture.Thorough;
import dev.broadsheet.words.Analyzers;
import dev.broadsheet.words.Mark;
import dev.broadsheet.words.Marker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;

/** {@link Marker} marks what Lucene's unified highlighter marks, on real and on random texts. */
@Thorough
final class MarkerComparisonTest {
  private static final long SEED = Long.getLong("test.seed", System.nanoTime());

  private static final List<String> WORDS =
      List.of(
          "run",
          "running",
          "runs",
          "Runner",
          "bank",
          "Bank’s",
          "banking",
          "of",
          "the",
          "England",
          "café",
          "cafe",
          "cafe\u0301",
          "news",
          "new",
          "U.S.",
          "e-mail",
          "COVID-19",
          "東京",
          "地震",
          "\ud83d\udcf0",
          "नमस्ते",
          "straße",
          "strasse",
          "a",
          "b",
          "ab",
          "abc",
          "3M",
          "don't",
          "die",
          "dies",
          "dying");

  private static final List<String> GAPS =
      List.of(" ", " ", " ", ", ", ". ", "-", "", "…", "\u200d");

  private final UnifiedMarks unified = new UnifiedMarks();
  private final Random random = new Random(SEED);

  @Test
  void marksOfRandomTexts_areThoseOfTheUnifiedHighlighter() throws IOException {
    System.out.println("MarkerComparisonTest: -Dtest.seed=" + SEED);
    int marked = 0;
    for (int i = 0; i < 4_000; i++) {
      String text = text();
      marked += compare(query(i % 2 == 0 ? WORDS : words(text)), text);
    }
    assertThat(marked).as("marks").isGreaterThan(4_000);
  }

  @Test
  void marksOfRealTexts_areThoseOfTheUnifiedHighlighter() throws IOException {
    System.out.println("MarkerComparisonTest: -Dtest.seed=" + SEED);
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("corpus"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    assertThat(compareAll(texts, 20)).as("marks").isGreaterThan(2_000);
  }

  @Test
  void marksOfAbstracts_areThoseOfTheUnifiedHighlighter() throws IOException {
    assertThat(compareAll(SharedFiles.lines("judged/cranfield/corpus.jsonl"), 1))
        .as("marks")
        .isGreaterThan(2_000);
  }

  /** Compares marks for queries of the words of each text; returns how many there were. */
  private int compareAll(List<String> texts, int queries) throws IOException {
    int marked = 0;
    for (String text : texts) {
      for (int i = 0; i < queries; i++) {
        marked += compare(query(words(text)), text);
      }
    }
    return marked;
  }

  private int compare(Query query, String text) throws IOException {
    List<Mark> expected = unified.marks(query, text);
    var marker = new Marker(WantedReader.read(query, Set.of(Schema.TEXT)));
    assertThat(UnifiedMarks.joined(marker.marks(text)))
        .as("seed %d, query %s, text: %s", SEED, query, text)
        .isEqualTo(expected);
    return expected.size();
  }

  private String text() {
    var text = new StringBuilder();
    for (int i = random.nextInt(30); i >= 0; i--) {
      text.append(pick(WORDS)).append(pick(GAPS));
    }
    return text.toString();
  }

  /** The words of a text, and one that most texts lack. */
  private static List<String> words(String text) {
    return List.of((text + " walrus").split("\\s+", -1));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Query query(List<String> words) {
    var query = new BooleanQuery.Builder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      query.add(new BoostQuery(part(words), 2), Occur.SHOULD);
    }
    return query.build();
  }

  private Query part(List<String> words) {
    String word = term(words);
    return switch (random.nextInt(7)) {
      case 0 -> new PrefixQuery(new Term(Schema.TEXT, word.substring(0, prefixLength(word))));
      // A fuzzy query does not find all that its automaton accepts where words are shorter.
      case 1 -> new FuzzyQuery(new Term(Schema.TEXT, word), word.length() < 3 ? 0 : 1);
      case 2 -> phrase(words, 2 + random.nextInt(2), 0);
      case 3 -> phrase(words, 2, 0);
      case 4 -> phrase(words, 2 + random.nextInt(2), 1 + random.nextInt(3));
      case 5 -> anyOf(words);
      default -> new TermQuery(new Term(Schema.TEXT, word));
    };
  }

  private int prefixLength(String word) {
    return word.offsetByCodePoints(0, 1 + random.nextInt(word.codePointCount(0, word.length())));
  }

  private String term(List<String> words) {
    List<String> terms;
    do {
      String word = pick(words);
      terms = random.nextBoolean() ? Analyzers.words(word) : Analyzers.stems(word);
    } while (terms.isEmpty());
    return pick(terms);
  }

  /** Mostly of words that stand side by side; of a loose one, no two are the same. */
  private Query phrase(List<String> words, int size, int slop) {
    List<String> terms = new ArrayList<>();
    if (random.nextBoolean()) {
      int from = random.nextInt(words.size());
      terms.addAll(
          Analyzers.words(
              String.join(" ", words.subList(from, Math.min(words.size(), from + size)))));
    } else {
      IntStream.range(0, size).forEach(_ -> terms.add(term(words)));
    }
    if (terms.isEmpty()) {
      terms.add(term(words));
    }
    if (slop > 0) {
      List<String> distinct = terms.stream().distinct().toList();
      terms.clear();
      terms.addAll(distinct);
      if (random.nextBoolean()) {
        Collections.shuffle(terms, random);
      }
    }
    return new PhraseQuery(slop, Schema.TEXT, terms.toArray(String[]::new));
  }

  private Query anyOf(List<String> words) {
    var phrase = new MultiPhraseQuery.Builder();
    for (int i = 0; i < 2; i++) {
      Term[] terms =
          Stream.of(term(words), term(words))
              .distinct()
              .map(term -> new Term(Schema.TEXT, term))
              .toArray(Term[]::new);
      phrase.add(terms);
    }
    return phrase.build();
  }
}
