package dev.broadsheet.minilm;

import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.meaning.Embedder;
import dev.broadsheet.meaning.Models;
import dev.broadsheet.meaning.Vector;
import dev.broadsheet.ranking.BroadsheetRanking;
import dev.broadsheet.ranking.JudgedCollection;
import dev.broadsheet.ranking.Measures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures words, meaning, and both together in several ways. Its arguments are folders of judged
 * collections.
 */
public final class MeaningBench {
  private static final int FIRST = 100;

  private MeaningBench() {}

  public static void main(String[] folders) throws IOException {
    try (Embedder embedder = Models.open()) {
      for (String folder : folders) {
        measure(JudgedCollection.read(Path.of(folder)), embedder);
      }
    }
  }

  private static void measure(JudgedCollection collection, Embedder embedder) throws IOException {
    Path index = Files.createTempDirectory("meaning");
    BroadsheetRanking.index(collection, index, LuceneSettings.DEFAULT);
    BroadsheetRanking.embed(index, LuceneSettings.DEFAULT, embedder);
    Map<String, Vector> vectors = vectors(collection, embedder);
    try (var ranking =
        BroadsheetRanking.open(index, LuceneSettings.DEFAULT, Optional.of(embedder))) {
      Function<String, Map<String, Double>> words = ranking::scores;
      Function<String, Map<String, Double>> meaning =
          text -> nearest(embedder.embed(text), vectors);
      Map<String, Function<String, List<String>>> ways = new LinkedHashMap<>();
      ways.put("words", ranking::search);
      ways.put("meaning", text -> sorted(meaning.apply(text)));
      ways.put(
          "reciprocal ranks",
          text -> sum(ranks(words.apply(text)), ranks(meaning.apply(text)), 1));
      ways.put(
          "scores, 0.6 and 0.4",
          text -> sum(scaled(words.apply(text)), scaled(meaning.apply(text)), 0.4 / 0.6));
      ways.put(
          "scores, half and half",
          text -> sum(scaled(words.apply(text)), scaled(meaning.apply(text)), 1));
      ways.put("Broadsheet", ranking::searchByMeaning);
      ways.forEach((name, way) -> {
        Measures measures = collection.measure(way);
        System.out.printf(Locale.ROOT, "%-12s %-24s %s%n", collection.name(), name, measures);
      });
    }
  }

  private static Map<String, Vector> vectors(JudgedCollection collection, Embedder embedder)
      throws IOException {
    Map<String, Vector> vectors = new HashMap<>();
    for (String line : Files.readAllLines(collection.corpus().resolve("corpus.jsonl"))) {
      JsonNode article = JsonMapper.shared().readTree(line);
      String text = article.path("title").asString("") + ". " + article.path("excerpt").asString("");
      vectors.put(article.get("sourceUrl").asString(), embedder.embed(text));
    }
    return vectors;
  }

  /** The first hundred by their cosines, looked for among all. */
  private static Map<String, Double> nearest(Vector query, Map<String, Vector> vectors) {
    Map<String, Double> cosines = new HashMap<>();
    vectors.forEach((url, vector) -> cosines.put(url, cosine(query, vector)));
    Map<String, Double> first = new LinkedHashMap<>();
    sorted(cosines).stream().limit(FIRST).forEach(url -> first.put(url, cosines.get(url)));
    return first;
  }

  private static double cosine(Vector one, Vector other) {
    byte[] a = one.bytes();
    byte[] b = other.bytes();
    long product = 0;
    long lengthA = 0;
    long lengthB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (long) a[i] * b[i];
      lengthA += (long) a[i] * a[i];
      lengthB += (long) b[i] * b[i];
    }
    return product / Math.sqrt((double) lengthA * lengthB);
  }

  private static List<String> sorted(Map<String, Double> scores) {
    return scores.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** From 1 for the first to 0 for the hundredth. */
  private static Map<String, Double> scaled(Map<String, Double> scores) {
    double max = scores.values().stream().mapToDouble(it -> it).max().orElse(1);
    double min = scores.values().stream().mapToDouble(it -> it).min().orElse(0);
    Map<String, Double> scaled = new LinkedHashMap<>();
    scores.forEach((url, score) -> scaled.put(url, max > min ? (score - min) / (max - min) : 1.0));
    return scaled;
  }

  /** Reciprocal rank fusion's share of each (Cormack, Clarke and Büttcher, SIGIR 2009). */
  private static Map<String, Double> ranks(Map<String, Double> scores) {
    Map<String, Double> ranks = new LinkedHashMap<>();
    for (String url : scores.keySet()) {
      ranks.put(url, 1.0 / (60 + ranks.size() + 1));
    }
    return ranks;
  }

  private static List<String> sum(
      Map<String, Double> words, Map<String, Double> meaning, double weight) {
    Map<String, Double> sum = new HashMap<>(words);
    meaning.forEach((url, score) -> sum.merge(url, weight * score, Double::sum));
    return sorted(sum).stream().limit(FIRST).toList();
  }
}
