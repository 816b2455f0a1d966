package dev.broadsheet.opensearch;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.Hit;
import dev.broadsheet.words.Highlighter;
import dev.broadsheet.words.Restriction;
import dev.broadsheet.words.ScoreExplainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads what is told of items that were found, all of one answer at once. */
final class HitReader {
  private final Snapshot snapshot;
  private final Restriction restriction;
  private final Optional<Highlighter> highlighter;
  private final Optional<ScoreExplainer> explainer;
  private final Documents documents;
  private final Map<ArticleId, String> bodies = new HashMap<>();
  private long highlighting;

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
    this.documents = new Documents(snapshot);
  }

  /** Reads all that will be told of some items. */
  void prepare(Collection<ArticleId> ids) throws IOException {
    documents.read(ids);
    Set<ArticleId> stories = new LinkedHashSet<>();
    for (ArticleId id : ids) {
      documents.article(id).ifPresent(article -> stories.addAll(article.stories()));
    }
    stories.removeIf(story -> snapshot.storyNames().known(story) != null);
    documents.read(stories);
    if (highlighter.isPresent() && !ids.isEmpty()) {
      bodies.putAll(documents.bodies(ids));
    }
  }

  /** The hit that an item is. */
  Hit hit(ArticleId id, OptionalDouble score) throws IOException {
    return hit(id, score, Optional.empty());
  }

  /** The same, standing for a story. */
  Hit hit(ArticleId id, OptionalDouble score, Optional<Hit.StoryGroup> group) throws IOException {
    Article article =
        documents
            .article(id)
            .orElseThrow(() -> new IOException("the cluster has found " + id + " and lost it"));
    Optional<Hit.Highlight> highlight =
        highlighter.isPresent()
            ? Optional.of(highlight(highlighter.get(), article))
            : Optional.empty();
    Optional<Hit.ScoreParts> explanation =
        score.isPresent()
            ? explainer.map(known -> known.parts(article, score.getAsDouble()))
            : Optional.empty();
    return new Hit(article, score, stories(article), highlight, explanation, group);
  }

  private Hit.Highlight highlight(Highlighter marker, Article article) throws IOException {
    long start = System.nanoTime();
    Hit.Highlight highlight =
        marker.highlight(article.text(), () -> Optional.ofNullable(bodies.get(article.id())));
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
      snapshot.storyNames().get(id, this::named).ifPresent(stories::add);
    }
    return stories;
  }

  private Optional<Hit.Story> named(ArticleId id) throws IOException {
    return documents
        .article(id)
        .filter(restriction::shows)
        .map(story -> new Hit.Story(id, story.text().title()));
  }

  /** An item that may be seen. */
  Optional<Article> visible(ArticleId id) throws IOException {
    return documents.article(id).filter(restriction::shows);
  }
}
