package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.Hit;
import dev.broadsheet.words.Highlighter;
import dev.broadsheet.words.Restriction;
import dev.broadsheet.words.ScoreExplainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads what is told of a document that was found. */
final class HitReader {
  private final Snapshot snapshot;
  private final Restriction restriction;
  private final Optional<Highlighter> highlighter;
  private final Optional<ScoreExplainer> explainer;
  private long highlighting;

  /** A story, and who may see it. */
  record StoryKey(ArticleId id, Restriction restriction) {}

  /** Reads hits without highlights and explanations. */
  HitReader(Snapshot snapshot, Restriction restriction) {
    this(snapshot, restriction, Optional.empty(), Optional.empty());
  }

  HitReader(
      Snapshot snapshot,
      Restriction restriction,
      Optional<Highlighter> highlighter,
      Optional<ScoreExplainer> explainer) {
    this.snapshot = snapshot;
    this.restriction = restriction;
    this.highlighter = highlighter;
    this.explainer = explainer;
  }

  /** The hit that a document is. */
  Hit hit(int document, OptionalDouble score) throws IOException {
    return hit(document, score, Optional.empty());
  }

  /** The same, standing for a story. */
  Hit hit(int document, OptionalDouble score, Optional<Hit.StoryGroup> group) throws IOException {
    Article article = snapshot.article(document);
    Optional<Hit.Highlight> highlight =
        highlighter.isPresent()
            ? Optional.of(highlight(highlighter.get(), article, document))
            : Optional.empty();
    Optional<Hit.ScoreParts> explanation =
        score.isPresent()
            ? explainer.map(known -> known.parts(article, score.getAsDouble()))
            : Optional.empty();
    return new Hit(article, score, stories(article), highlight, explanation, group);
  }

  private Hit.Highlight highlight(Highlighter marker, Article article, int document)
      throws IOException {
    long start = System.nanoTime();
    Hit.Highlight highlight = marker.highlight(article.text(), () -> snapshot.body(document));
    highlighting += System.nanoTime() - start;
    return highlight;
  }

  /** How long marking took so far, in nanoseconds. */
  long highlighting() {
    return highlighting;
  }

  /** The stories by their titles of now; one that is removed or hidden is not named. */
  private List<Hit.Story> stories(Article article) throws IOException {
    List<Hit.Story> stories = new ArrayList<>();
    for (ArticleId id : article.stories()) {
      if (stories.size() == Hit.MAX_STORIES) {
        break;
      }
      var key = new StoryKey(id, restriction);
      snapshot.storyNames().get(key, this::named).ifPresent(stories::add);
    }
    return stories;
  }

  private Optional<Hit.Story> named(StoryKey story) throws IOException {
    OptionalInt document = snapshot.document(story.id());
    return document.isPresent() && isVisible(document.getAsInt())
        ? Optional.of(new Hit.Story(story.id(), snapshot.title(document.getAsInt())))
        : Optional.empty();
  }

  private boolean isVisible(int document) throws IOException {
    return !restriction.onlyPublished() || restriction.shows(snapshot.article(document));
  }
}
