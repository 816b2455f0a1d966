package dev.broadsheet.search;

import java.util.List;

/**
 * One item and what else is told of its story.
 *
 * @param hit the item, without score and highlight
 * @param related the other items of its story, newest first; at most {@value #MAX_RELATED}
 * @param coverage of the whole story, the item included
 * @param version the state of the index that it comes from, as {@link SearchEngine#version()}
 */
public record ArticleResult(Hit hit, List<Hit> related, Coverage coverage, String version) {
  /** How many related items are listed; the coverage counts all. */
  public static final int MAX_RELATED = 100;

  /** Copies the related items. */
  public ArticleResult {
    related = List.copyOf(related);
  }
}
