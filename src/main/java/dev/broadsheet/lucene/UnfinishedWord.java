package dev.broadsheet.lucene;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQuery.Group;
import dev.broadsheet.search.TextQuery.Prefix;
import dev.broadsheet.search.TextQuery.Term;
import dev.broadsheet.search.TextQuery.Unfinished;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Looks for a word that is still being typed. An item scores by how many of its words begin with
 * what was typed, those of its title counted as elsewhere.
 *
 * <p>The first letters are a term of their own, so that one letter costs no more than a common
 * word, and so that a score depends on statistics of that one term, not on which words there are.
 */
final class UnfinishedWord {
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
  static Query begun(List<String> words, boolean inBody) {
    Query text = after(words, Schema.TEXT, beginning(words.getLast()));
    if (!inBody || letters(words.getLast()) < MIN_LETTERS_IN_BODY) {
      return text;
    }
    Query body =
        new BoostQuery(
            new QualityQuery(new BegunQuery(in(Schema.BODY, words.getLast()))), BODY_WEIGHT);
    return QueryTranslator.any(List.of(text, after(words, Schema.BODY, body)));
  }

  private static Query beginning(String word) {
    if (letters(word) <= Schema.MAX_BEGINNING) {
      return new TermQuery(in(Schema.BEGINNING, word));
    }
    String first = word.substring(0, word.offsetByCodePoints(0, Schema.MAX_BEGINNING));
    return new BooleanQuery.Builder()
        .add(new TermQuery(in(Schema.BEGINNING, first)), Occur.MUST)
        .add(new BegunQuery(in(Schema.TEXT, word)), Occur.FILTER)
        .build();
  }

  /** What is begun, with the whole words of the same term that stand before it. */
  private static Query after(List<String> words, String field, Query begun) {
    return QueryTranslator.restricted(
        begun,
        words.subList(0, words.size() - 1).stream().map(word -> new TermQuery(in(field, word))));
  }

  private static org.apache.lucene.index.Term in(String field, String word) {
    return new org.apache.lucene.index.Term(field, word);
  }

  private static int letters(String word) {
    return word.codePointCount(0, word.length());
  }

  /** The same query, of texts that are shown, which have no terms for beginnings. */
  static TextQuery asPrefixes(TextQuery text) {
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
