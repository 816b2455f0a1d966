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
 * @param stories the articles under which it stands as related coverage, those that can be seen; at
 *     most {@value #MAX_STORIES}
 * @param highlight what matched, where that was asked for
 * @param explanation how the score came about, where that was asked for
 * @param group the rest of its story that matches, where hits are grouped
 * @param byMeaning whether it was found by its meaning alone, and has not enough of the words
 */
public record Hit(
    Article article,
    OptionalDouble score,
    List<Story> stories,
    Optional<Highlight> highlight,
    Optional<ScoreParts> explanation,
    Optional<StoryGroup> group,
    boolean byMeaning) {
  /** How many stories are named; there are items that thousands of articles name. */
  public static final int MAX_STORIES = 100;

  /** Copies the stories. */
  public Hit {
    stories = List.copyOf(stories);
  }

  /** A match of the words. */
  public Hit(
      Article article,
      OptionalDouble score,
      List<Story> stories,
      Optional<Highlight> highlight,
      Optional<ScoreParts> explanation,
      Optional<StoryGroup> group) {
    this(article, score, stories, highlight, explanation, group, false);
  }

  /** The same, found by its meaning alone. */
  public Hit foundByMeaning() {
    return new Hit(article, score, stories, highlight, explanation, group, true);
  }

  /** The same with another explanation. */
  public Hit explained(ScoreParts parts) {
    return new Hit(article, score, stories, highlight, Optional.of(parts), group, byMeaning);
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
   * @param excerpt the piece of the excerpt or, where nothing in that matched, of the body that
   *     shows best why it matched
   */
  public record Highlight(String title, Optional<String> excerpt) {}

  /**
   * What makes a score: the sum of text and meaning, times quality and recency.
   *
   * @param text how well the words match
   * @param quality the boost by quality; 1 is neutral
   * @param recency the boost by age; 1 is neutral
   * @param meaning how near the item is in meaning, where that was looked at and it is
   */
  public record ScoreParts(double text, double quality, double recency, OptionalDouble meaning) {
    /** Words alone. */
    public ScoreParts(double text, double quality, double recency) {
      this(text, quality, recency, OptionalDouble.empty());
    }
  }

  /**
   * What a hit stands for where one hit is shown for each story.
   *
   * @param coverage of the items of the story that match, the hit included
   * @param related the next best of them
   */
  public record StoryGroup(Coverage coverage, List<Hit> related) {
    /** Copies the related hits. */
    public StoryGroup {
      related = List.copyOf(related);
    }
  }
}
