package dev.broadsheet.search;

import dev.broadsheet.article.ArticleId;
import java.util.Optional;

/**
 * What could be typed or chosen next. It always finds something.
 *
 * @param kind what it stands for
 * @param text to show, and, of a query, to search for
 * @param highlight the same as escaped HTML, with {@code <mark>} around what was typed
 * @param count how many items it finds under the filters of the request: of a query, those that
 *     have all of its words
 * @param value of a topic or an outlet, the value to filter by
 * @param article of a title, whose it is
 */
public record Suggestion(
    Kind kind,
    String text,
    String highlight,
    long count,
    Optional<String> value,
    Optional<ArticleId> article) {

  /** What a suggestion can stand for. */
  public enum Kind {
    /** Words to search for. */
    QUERY("query"),
    /** A topic to filter by. */
    TOPIC("topic"),
    /** An outlet to filter by. */
    PROVIDER("provider"),
    /** The headline of an item. */
    TITLE("title");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word for it in answers. */
    public String label() {
      return label;
    }
  }
}
