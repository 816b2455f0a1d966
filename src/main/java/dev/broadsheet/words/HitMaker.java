package dev.broadsheet.words;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes the hits of one answer from articles that were found: what is told of each. */
public final class HitMaker {
  private final Optional<Highlighter> highlighter;
  private final Optional<ScoreExplainer> explainer;
  private long highlighting;

  private HitMaker(Optional<Highlighter> highlighter, Optional<ScoreExplainer> explainer) {
    this.highlighter = highlighter;
    this.explainer = explainer;
  }

  /** Tells nothing of words and scores. */
  public static HitMaker plain() {
    return new HitMaker(Optional.empty(), Optional.empty());
  }

  /**
   * Tells what is asked for.
   *
   * @param quality how quality was counted when the index was built
   * @param recency how age is counted
   */
  public static HitMaker of(
      SearchRequest.Options options,
      TextPlan<?> plan,
      QualityBoost quality,
      Ranking.Recency recency) {
    return new HitMaker(
        options.highlight() ? Optional.of(plan.highlighter()) : Optional.empty(),
        options.explain()
            ? Optional.of(new ScoreExplainer(quality, recency, plan.decision().scoredAt()))
            : Optional.empty());
  }

  /** Whether words are marked, for which bodies are read. */
  public boolean highlights() {
    return highlighter.isPresent();
  }

  /** How long marking took so far, in nanoseconds. */
  public long highlighting() {
    return highlighting;
  }

  /**
   * The hit that an article is.
   *
   * @param score its score, where hits are ordered by that
   * @param stories those that it belongs to
   * @param group of the story for which it stands
   * @param body its body
   */
  public Hit hit(
      Article article,
      OptionalDouble score,
      List<Hit.Story> stories,
      Optional<Hit.StoryGroup> group,
      Highlighter.Body body)
      throws IOException {
    Optional<Hit.Highlight> highlight =
        highlighter.isPresent()
            ? Optional.of(highlight(highlighter.get(), article, body))
            : Optional.empty();
    Optional<Hit.ScoreParts> explanation =
        score.isPresent()
            ? explainer.map(known -> known.parts(article, score.getAsDouble()))
            : Optional.empty();
    return new Hit(article, score, stories, highlight, explanation, group);
  }

  private Hit.Highlight highlight(Highlighter marker, Article article, Highlighter.Body body)
      throws IOException {
    long start = System.nanoTime();
    Hit.Highlight highlight = marker.highlight(article.text(), body);
    highlighting += System.nanoTime() - start;
    return highlight;
  }

  /** What an item is called now; empty where it is removed or hidden. */
  public interface Names {
    Optional<Hit.Story> named(ArticleId id) throws IOException;
  }

  /** The stories of an article, as far as they have names. */
  public static List<Hit.Story> stories(Article article, Names names) throws IOException {
    List<Hit.Story> stories = new ArrayList<>();
    for (ArticleId id : article.stories()) {
      if (stories.size() == Hit.MAX_STORIES) {
        break;
      }
      names.named(id).ifPresent(stories::add);
    }
    return stories;
  }
}
