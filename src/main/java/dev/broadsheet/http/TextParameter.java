package dev.broadsheet.http;

import static dev.broadsheet.http.SearchParameters.QUERY;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQueryParser;

/** Reads the words that a visitor typed. */
final class TextParameter {
  /** Longest text, in characters. */
  static final int MAX_LENGTH = 1_000;

  /** Most words, phrases and prefixes. */
  static final int MAX_TERMS = 100;

  private TextParameter() {}

  /** The words as typed; empty where there are none. */
  static String text(GivenParameters given) {
    String text = given.text(QUERY).orElse("");
    FilterParameters.requireLength(QUERY, text, MAX_LENGTH);
    return text;
  }

  /**
   * What the words ask for.
   *
   * @param unfinished whether the last of them is still being typed
   */
  static TextQuery query(String text, boolean unfinished) {
    TextQuery query =
        unfinished ? TextQueryParser.parseUnfinished(text) : TextQueryParser.parse(text);
    int terms =
        query.excluded().size()
            + query.groups().stream().mapToInt(group -> group.alternatives().size()).sum();
    if (terms > MAX_TERMS) {
      throw InvalidParameterException.tooMany(QUERY, "words", terms, MAX_TERMS);
    }
    return query;
  }
}
