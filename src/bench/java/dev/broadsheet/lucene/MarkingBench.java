package dev.broadsheet.lucene;

import dev.broadsheet.words.Analyzers;
import dev.broadsheet.words.CommonWords;
import dev.broadsheet.words.MarkedHtml;
import dev.broadsheet.words.Marker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs to mark ten hits, with {@link Marker} and with Lucene's unified highlighter.
 *
 * <p>Takes a {@code .jsonl} file of articles. Each query marks titles and excerpts of ten articles
 * that hold one of its words.
 */
final class MarkingBench {
  private static final List<String> QUERIES =
      List.of("coronavirus", "police", "trump vaccine", "new york city mayor", "\"prime minister\"", "elect*");

  private static final int HITS = 10;
  private static final int ROUNDS = 25;
  private static final int RUNS = 60;

  private MarkingBench() {}

  public static void main(String[] arguments) throws IOException {
    List<String> articles = articles(Path.of(arguments[0]));
    System.out.println("microseconds for ten hits, titles and excerpts, best of " + RUNS + " runs");
    System.out.printf(Locale.ROOT, "%-24s %8s %8s %8s%n", "query", "marker", "unified", "ratio");
    for (String words : QUERIES) {
      Query query = query(words);
      List<String> texts = texts(query, articles);
      double marker = Double.MAX_VALUE;
      double unified = Double.MAX_VALUE;
      // In turns, as other programs may disturb either.
      for (int run = 0; run < RUNS; run++) {
        marker = Math.min(marker, time(() -> marker(query, texts)));
        unified = Math.min(unified, time(() -> unified(query, texts)));
      }
      System.out.printf(
          Locale.ROOT, "%-24s %8.0f %8.0f %8.1f%n", words, marker, unified, unified / marker);
    }
  }

  /** Words with their stems, a phrase in quotes, or the beginning of a word before a star. */
  private static Query query(String words) {
    List<String> exact = Analyzers.words(words);
    if (words.endsWith("*")) {
      return new PrefixQuery(new Term(Schema.TEXT, exact.getFirst()));
    }
    if (words.startsWith("\"")) {
      return new PhraseQuery(Schema.TEXT, exact.toArray(String[]::new));
    }
    var query = new BooleanQuery.Builder();
    for (String word : exact) {
      query.add(new TermQuery(new Term(Schema.TEXT, word)), Occur.SHOULD);
      query.add(
          new TermQuery(new Term(Schema.TEXT, Analyzers.stems(word).getFirst())), Occur.SHOULD);
    }
    return query.build();
  }

  private static List<String> articles(Path file) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .limit(20_000)
          .map(json::readTree)
          .map(MarkingBench::text)
          .toList();
    }
  }

  /** Title and excerpt, parted by a line. */
  private static String text(JsonNode article) {
    return article.path("title").asString("") + "\n" + article.path("excerpt").asString("");
  }

  private static List<String> texts(Query query, List<String> articles) throws IOException {
    var marker = new Marker(WantedReader.read(query, Set.of(Schema.TEXT)));
    List<String> texts = new ArrayList<>();
    for (String article : articles) {
      if (texts.size() < 2 * HITS && !marker.marks(article).isEmpty()) {
        texts.addAll(List.of(article.split("\n", 2)));
      }
    }
    return texts;
  }

  private static int marker(Query query, List<String> texts) throws IOException {
    int length = 0;
    var marker = new Marker(CommonWords.worthMarking(WantedReader.read(query, Set.of(Schema.TEXT))));
    for (String text : texts) {
      length += MarkedHtml.of(text, marker.marks(text)).length();
    }
    return length;
  }

  private static int unified(Query query, List<String> texts) throws IOException {
    int marks = 0;
    var unified = new UnifiedMarks();
    for (String text : texts) {
      marks += unified.marks(query, text).size();
    }
    return marks;
  }

  private interface Work {
    int run() throws IOException;
  }

  private static double time(Work work) throws IOException {
    long done = 0;
    long start = System.nanoTime();
    for (int round = 0; round < ROUNDS; round++) {
      done += work.run();
    }
    double time = (System.nanoTime() - start) / 1000.0 / ROUNDS;
    if (done == 0) {
      throw new IllegalStateException("nothing was marked");
    }
    return time;
  }
}
