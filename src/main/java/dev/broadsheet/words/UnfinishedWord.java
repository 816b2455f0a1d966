package dev.broadsheet.words;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQuery.Group;
import dev.broadsheet.search.TextQuery.Prefix;
import dev.broadsheet.search.TextQuery.Term;
import dev.broadsheet.search.TextQuery.Unfinished;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for a word that is still being typed. An item scores by how many of its words begin with
 * what was typed, those of its title counted as elsewhere.
 *
 * <p>The first letters are a term of their own, so that one letter costs no more than a common
 * word, and so that a score depends on statistics of that one term, not on which words there are.
 */
public final class UnfinishedWord {
  /** Nearly every body holds a word that begins with any letter or two: those are not looked at. */
  private static final int MIN_LETTERS_IN_BODY = 3;

  /** How much a beginning in the body counts, which is less than any elsewhere. */
  private static final float BODY_WEIGHT = 0.05f;

  private UnfinishedWord() {}

  /**
   * What matches.
   *
   * @param words of what was typed; the last of them is unfinished
   * @param inBody whether the body is looked at
   */
  public static <Q> Q begun(Queries<Q> queries, List<String> words, boolean inBody)
      throws IOException {
    String last = words.getLast();
    Q text = after(queries, words, SearchFields.TEXT, beginning(queries, last));
    if (!inBody || letters(last) < MIN_LETTERS_IN_BODY) {
      return text;
    }
    Q body = queries.times(queries.byQuality(queries.begun(SearchFields.BODY, last)), BODY_WEIGHT);
    return queries.any(List.of(text, after(queries, words, SearchFields.BODY, body)));
  }

  private static <Q> Q beginning(Queries<Q> queries, String word) throws IOException {
    if (letters(word) <= SearchFields.MAX_BEGINNING) {
      return queries.term(SearchFields.BEGINNING, word);
    }
    return queries.all(
        new Queries.Parts<>(
            List.of(queries.term(SearchFields.BEGINNING, firstLetters(word))),
            List.of(),
            List.of(queries.begun(SearchFields.TEXT, word)),
            List.of()));
  }

  /** What is begun, with the whole words of the same term that stand before it. */
  private static <Q> Q after(Queries<Q> queries, List<String> words, String field, Q begun)
      throws IOException {
    List<Q> whole = new ArrayList<>();
    for (String word : words.subList(0, words.size() - 1)) {
      whole.add(queries.term(field, word));
    }
    return whole.isEmpty()
        ? begun
        : queries.all(new Queries.Parts<>(List.of(begun), List.of(), whole, List.of()));
  }

  /**
   * How much what is looked for says at least: as much as its first letters do, of which it is
   * known how many items have them.
   *
   * @param words of what was typed; the last of them is unfinished
   */
  static double idf(Weights weights, List<String> words) throws IOException {
    return weights.idf(words.subList(0, words.size() - 1))
        + weights.idf(SearchFields.BEGINNING, firstLetters(words.getLast()));
  }

  private static String firstLetters(String word) {
    return letters(word) <= SearchFields.MAX_BEGINNING
        ? word
        : word.substring(0, word.offsetByCodePoints(0, SearchFields.MAX_BEGINNING));
  }

  private static int letters(String word) {
    return word.codePointCount(0, word.length());
  }

  /** The same query, of texts that are shown, which have no terms for beginnings. */
  public static TextQuery asPrefixes(TextQuery text) {
    return new TextQuery(
        text.groups().stream()
            .map(group ->
                new Group(group.alternatives().stream().map(UnfinishedWord::asPrefix).toList()))
            .toList(),
        text.excluded());
  }

  private static Term asPrefix(Term term) {
    return term instanceof Unfinished word ? new Prefix(word.field(), word.text()) : term;
  }
}
