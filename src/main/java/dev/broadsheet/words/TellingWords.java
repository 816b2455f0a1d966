package dev.broadsheet.words;

import dev.broadsheet.article.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that tell most about an item: those that are often in it and rare elsewhere. As
 * Lucene's {@code MoreLikeThis} does, what is like an item is looked for by them; but a headline
 * and the topics tell more than the rest.
 *
 * @param words each as a term of {@link SearchFields#TEXT}, most telling first
 */
public record TellingWords(List<Telling> words) {
  /** So many words say what an item is about; more make the search slower, not better. */
  private static final int MAX_WORDS = 25;

  /** A word that more of all items have than this says nothing of what one is about. */
  private static final double MAX_SHARE = 0.1;

  /** In a small corpus that is soon reached, so that a word may be in so many items anyway. */
  private static final int FEW = 20;

  /** Of those words that any other item has, so many have to be shared. */
  private static final double MIN_SHARED = 0.15;

  private static final float TITLE_WEIGHT = 3;
  private static final float TOPIC_WEIGHT = 2;
  private static final float EXCERPT_WEIGHT = 1;

  /** Copies the list. */
  public TellingWords {
    words = List.copyOf(words);
  }

  /**
   * A word that tells something about an item.
   *
   * @param term of {@link SearchFields#TEXT}
   * @param weight of the place in which it stands
   * @param value the same, times how rare it is
   */
  public record Telling(String term, float weight, double value) {}

  /** Tells how many items have a term of {@link SearchFields#TEXT}. */
  public interface Documents {
    /** How many items have a term. */
    long with(String term) throws IOException;
  }

  /** All words of an item that may tell something. */
  public static List<String> candidates(Article article) {
    return List.copyOf(weighed(article).keySet());
  }

  /**
   * The words of an item.
   *
   * @param all how many documents there are
   */
  public static TellingWords of(Article article, Documents documents, long all) throws IOException {
    List<Telling> telling = new ArrayList<>();
    for (var word : weighed(article).entrySet()) {
      long with = documents.with(word.getKey());
      // A word that no other item has can't be shared; one that very many have says nothing.
      if (with > 1 && (with <= FEW || with <= MAX_SHARE * all)) {
        double rarity = Math.log((double) all / with);
        telling.add(new Telling(word.getKey(), word.getValue(), word.getValue() * rarity));
      }
    }
    return new TellingWords(
        telling.stream()
            .sorted(
                Comparator.<Telling>comparingDouble(word -> -word.value())
                    .thenComparing(Telling::term))
            .limit(MAX_WORDS)
            .toList());
  }

  /** How many of the words an item has to share. */
  public int leastShared() {
    return (int) Math.ceil(MIN_SHARED * words.size());
  }

  /** The item's words with the weight of the best place in which they stand. */
  private static Map<String, Float> weighed(Article article) {
    Map<String, Float> words = new HashMap<>();
    add(words, article.text().title(), TITLE_WEIGHT);
    article.labels().topics().forEach(topic -> add(words, topic, TOPIC_WEIGHT));
    article.text().excerpt().ifPresent(excerpt -> add(words, excerpt, EXCERPT_WEIGHT));
    return words;
  }

  private static void add(Map<String, Float> words, String text, float weight) {
    Analyzers.stems(text).forEach(word -> words.merge(word, weight, Math::max));
  }
}
