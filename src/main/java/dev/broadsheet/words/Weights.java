package dev.broadsheet.words;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** How much words say, by how rare they are. */
public interface Weights {
  /**
   * Is told which words will be asked about, so that an index that is far away can be asked about
   * all of them at once.
   */
  default void expect(Collection<String> tokens) throws IOException {
    // An index that is at hand is asked about each when its time comes.
  }

  /** The idf of a term; infinite where no item has its field. */
  double idf(String field, String token) throws IOException;

  /** How many documents have a term, perhaps with deleted ones. */
  int documentsWith(String field, String token) throws IOException;

  /** The idf of a word, by the texts in which it is most common. */
  default double idf(String word) throws IOException {
    double least = Math.min(idf(SearchFields.TEXT, word), idf(SearchFields.BODY, word));
    return least == Double.POSITIVE_INFINITY ? 1 : least;
  }

  /** The idf of some words together. */
  default double idf(List<String> words) throws IOException {
    double sum = 0;
    for (String word : words) {
      sum += idf(word);
    }
    return sum;
  }
}
