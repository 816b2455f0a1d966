package dev.broadsheet.analytics;

/**
 * How often something was looked for.
 *
 * @param words as they were typed, in small letters; empty for all that is not told apart
 * @param searches how often
 * @param withoutHits how often nothing was found
 * @param clicks how often a hit was chosen then, as far as that is told
 */
public record QueryCount(String words, long searches, long withoutHits, long clicks) {
  /** What is not told apart: too rare, too long, or perhaps about a person. */
  public static final String OTHERS = "";

  /** Nothing yet. */
  static final QueryCount NONE = new QueryCount(OTHERS, 0, 0, 0);

  QueryCount plus(QueryCount other) {
    return new QueryCount(
        words, searches + other.searches, withoutHits + other.withoutHits, clicks + other.clicks);
  }

  /** The same, by other words. */
  QueryCount named(String other) {
    return new QueryCount(other, searches, withoutHits, clicks);
  }
}
