package dev.broadsheet.words;

import dev.broadsheet.article.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the words that the best items of a relaxed search have in common, to rank all its items by
 * them as well: the relevance model of Lavrenko and Croft, "Relevance-based language models", SIGIR
 * 2001, with BM25's weights in place of probabilities. The words bring in no item; those that were
 * typed choose them.
 *
 * @param <Q> the engine's queries
 */
public final class Feedback<Q> {
  private static final int ITEMS = 10;
  private static final int WORDS = 30;

  /** A short query is ranked as well by fewer, and each takes its time. */
  private static final int WORDS_OF_SHORT = 10;

  /** What fewer of the items have is not what they have in common. */
  private static final int IN_ITEMS = 2;

  /** What stands further behind in a text is not looked at, so that no text costs much. */
  private static final int MAX_TEXT = 2000;

  private final IndexView<Q> index;
  private final Ranking ranking;

  Feedback(IndexView<Q> index, Ranking ranking) {
    this.index = index;
    this.ranking = ranking;
  }

  /**
   * Stems, and the factor by which each counts.
   *
   * @param query what is relaxed
   * @param typed how many words were typed
   * @param weight what they count together
   */
  public Map<String, Float> of(Q query, int typed, double weight) throws IOException {
    double share = ranking.bonus().feedback();
    if (share == 0) {
      return Map.of();
    }
    int most = ranking.relaxing().isShort(typed) ? WORDS_OF_SHORT : WORDS;
    List<Candidate> words = words(index.best(query, ITEMS), most);
    double whole = words.stream().mapToDouble(word -> word.weight * word.idf).sum();
    Map<String, Float> factors = new LinkedHashMap<>();
    for (Candidate word : words) {
      factors.put(word.stem, (float) (share * weight * word.weight / whole));
    }
    return factors;
  }

  private record Candidate(String stem, double weight, double idf) {}

  private List<Candidate> words(List<IndexView.Scored> best, int most) throws IOException {
    Map<String, Double> weight = new HashMap<>();
    Map<String, Integer> items = new HashMap<>();
    for (IndexView.Scored hit : best) {
      frequencies(hit.article().text())
          .forEach((stem, frequency) -> {
            double saturated = frequency / (frequency + Relevance.SATURATION);
            weight.merge(stem, hit.score() * saturated, Double::sum);
            items.merge(stem, 1, Integer::sum);
          });
    }
    items.values().removeIf(number -> number < IN_ITEMS);
    index.weights().expect(items.keySet());
    List<Candidate> candidates = new ArrayList<>();
    for (Map.Entry<String, Integer> word : items.entrySet()) {
      double idf = index.weights().idf(SearchFields.TEXT, word.getKey());
      candidates.add(
          new Candidate(word.getKey(), weight.getOrDefault(word.getKey(), 0.0) * idf, idf));
    }
    return candidates.stream()
        .sorted(
            Comparator.comparingDouble((Candidate word) -> -word.weight)
                .thenComparing(Candidate::stem))
        .limit(most)
        .toList();
  }

  private Map<String, Double> frequencies(Text text) {
    Map<String, Double> frequencies = new HashMap<>();
    count(text.title(), ranking.texts().title(), frequencies);
    text.excerpt().ifPresent(it -> count(it, ranking.texts().excerpt(), frequencies));
    return frequencies;
  }

  private static void count(String text, int weight, Map<String, Double> frequencies) {
    String start = text.substring(0, Math.min(text.length(), MAX_TEXT));
    Analyzers.forEachWord(
        start,
        (word, stem) -> {
          if (word.length() > 1 && !StopWords.contains(word) && weight > 0) {
            frequencies.merge(stem, (double) weight, Double::sum);
          }
        });
  }
}
