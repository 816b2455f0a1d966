package dev.broadsheet.opensearch;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.words.DocumentTerms;
import dev.broadsheet.words.Ranking;
import dev.broadsheet.words.SearchFields;
import dev.broadsheet.words.TermKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms of an item's texts, written so that the cluster takes them apart again as they are: the
 * positions of a text with a space between, and the terms of a position with {@link
 * ClusterSchema#BESIDE}. Used for one item.
 */
final class Tokens {
  private final Ranking.Texts weights;
  private final DocumentTerms terms = DocumentTerms.withStems();
  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private final Map<String, Integer> lengths = new HashMap<>();
  private final Map<String, Integer> beginnings = new LinkedHashMap<>();
  private final Set<String> words = new LinkedHashSet<>();

  /**
   * Begins without texts.
   *
   * @param weights how often a text of each kind is in the field that holds all but the body
   */
  Tokens(Ranking.Texts weights) {
    this.weights = weights;
  }

  /** Adds a text to its own field, and as often as it counts to the one of all. */
  void add(String text, TextQuery.Field field) {
    int times = weights.times(field);
    DocumentTerms.Span span = terms.add(text);
    String written = written(span);
    int positions = terms.positions(span);
    put(SearchFields.limited(field), written, 1, positions);
    put(SearchFields.TEXT, written, times, positions);
    for (int i = span.from(); i < span.to(); i++) {
      if (terms.kind(i) == TermKind.WORD) {
        words.add(term(i));
      }
      if (terms.kind(i) != TermKind.STEM && times > 0) {
        addBeginnings(term(i), times);
      }
    }
  }

  private void put(String field, String written, int times, int positions) {
    for (int i = 0; i < times; i++) {
      texts.computeIfAbsent(field, unseen -> new ArrayList<>()).add(written);
    }
    lengths.merge(field, times * positions, Integer::sum);
  }

  private void addBeginnings(String word, int times) {
    int letters = Math.min(SearchFields.MAX_BEGINNING, word.codePointCount(0, word.length()));
    for (int i = 1; i <= letters; i++) {
      beginnings.merge(word.substring(0, word.offsetByCodePoints(0, i)), times, Integer::sum);
    }
  }

  private String written(DocumentTerms.Span span) {
    var written = new StringBuilder();
    for (int i = span.from(); i < span.to(); i++) {
      int increment = terms.increment(i);
      if (increment == 0) {
        written.append(ClusterSchema.BESIDE);
      } else if (!written.isEmpty()) {
        written.append(' ');
      }
      for (int hole = 1; hole < increment; hole++) {
        written.append(ClusterSchema.HOLE).append(' ');
      }
      written.append(term(i));
    }
    return written.toString();
  }

  private String term(int number) {
    int start = terms.start(number);
    return new String(terms.bytes(), start, terms.end(number) - start, StandardCharsets.UTF_8);
  }

  /** The texts of each field. */
  Map<String, List<String>> texts() {
    return texts;
  }

  /** How many words a field has, as often as they count; one at least. */
  int length(String field) {
    return Math.max(1, lengths.getOrDefault(field, 0));
  }

  /** All beginnings, each with how often it occurs. */
  String beginnings() {
    var written = new StringBuilder();
    beginnings.forEach((beginning, times) ->
        written
            .append(written.isEmpty() ? "" : " ")
            .append(beginning)
            .append(ClusterSchema.BESIDE)
            .append(times));
    return written.toString();
  }

  /** The different words as written. */
  Set<String> words() {
    return words;
  }
}
