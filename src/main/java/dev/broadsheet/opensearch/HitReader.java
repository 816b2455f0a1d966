package dev.broadsheet.opensearch;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.Hit;
import dev.broadsheet.words.HitMaker;
import dev.broadsheet.words.Restriction;
import java.io.IOException;
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
  private final HitMaker maker;
  private final Documents documents;
  private final Map<ArticleId, String> bodies = new HashMap<>();

  HitReader(Snapshot snapshot, Restriction restriction, HitMaker maker) {
    this.snapshot = snapshot;
    this.restriction = restriction;
    this.maker = maker;
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
    if (maker.highlights() && !ids.isEmpty()) {
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
    return maker.hit(
        article, score, stories(article), group, () -> Optional.ofNullable(bodies.get(id)));
  }

  /** The stories by their titles of now. */
  private List<Hit.Story> stories(Article article) throws IOException {
    return HitMaker.stories(article, id -> snapshot.storyNames().get(id, this::named));
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
