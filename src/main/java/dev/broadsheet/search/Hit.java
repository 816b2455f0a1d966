package dev.broadsheet.search;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A match.
 *
 * @param article the item; without its body, which is searched only
 * @param score its relevance, where the hits are sorted by that
 * @param stories the articles under which it stands as related coverage, those that can be seen
 * @param highlight what matched, where that was asked for
 */
public record Hit(
    Article article, OptionalDouble score, List<Story> stories, Optional<Highlight> highlight) {
  /** Copies the stories. */
  public Hit {
    stories = List.copyOf(stories);
  }

  /**
   * An article under which other coverage stands.
   *
   * @param id its identity
   * @param title its headline
   */
  public record Story(ArticleId id, String title) {}

  /**
   * Text ready for a page: escaped HTML in which {@code <mark>} stands around what matched.
   *
   * @param title the whole title
   * @param excerpt the piece of the excerpt that shows best why it matched
   */
  public record Highlight(String title, Optional<String> excerpt) {}
}
