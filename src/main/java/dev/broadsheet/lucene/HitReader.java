package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.Hit;
import dev.broadsheet.words.HitMaker;
import dev.broadsheet.words.Restriction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Reads what is told of a document that was found. */
final class HitReader {
  private final Snapshot snapshot;
  private final Restriction restriction;
  private final HitMaker maker;

  /** A story, and who may see it. */
  record StoryKey(ArticleId id, Restriction restriction) {}

  HitReader(Snapshot snapshot, Restriction restriction, HitMaker maker) {
    this.snapshot = snapshot;
    this.restriction = restriction;
    this.maker = maker;
  }

  /**
   * The hits that documents are.
   *
   * @param scores of each, by where it stands among the documents
   */
  List<Hit> hits(int[] documents, IntFunction<OptionalDouble> scores) throws IOException {
    List<Article> articles = snapshot.articles(IntStream.of(documents));
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < documents.length; i++) {
      hits.add(hit(documents[i], articles.get(i), scores.apply(i), Optional.empty()));
    }
    return hits;
  }

  /** The hit that a document is, whose article was read, perhaps standing for a story. */
  Hit hit(int document, Article article, OptionalDouble score, Optional<Hit.StoryGroup> group)
      throws IOException {
    return maker.hit(article, score, stories(article), group, () -> snapshot.body(document));
  }

  /** The stories by their titles of now. */
  private List<Hit.Story> stories(Article article) throws IOException {
    return HitMaker.stories(
        article, id -> snapshot.storyNames().get(new StoryKey(id, restriction), this::named));
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
