package dev.broadsheet.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One searchable item: a document of the corpus, or a piece of related coverage.
 *
 * @param id its stable identity
 * @param kind whether it has a document of its own
 * @param text title, excerpt and body
 * @param links where it lives
 * @param labels category, type, topics and tags
 * @param publishedAt when it came out, to the millisecond
 * @param scores quality and heat
 * @param published whether the site shows it
 * @param provider who published it
 * @param media images and running time
 * @param stories the articles under which it stands as related coverage
 */
public record Article(
    ArticleId id,
    Kind kind,
    Text text,
    Links links,
    Labels labels,
    Optional<Instant> publishedAt,
    Scores scores,
    boolean published,
    Optional<Provider> provider,
    Media media,
    List<ArticleId> stories) {
  /** Copies the stories and cuts the date to milliseconds. */
  public Article {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    publishedAt = publishedAt.map(instant -> instant.truncatedTo(ChronoUnit.MILLIS));
    stories = List.copyOf(stories);
  }

  /** The same item with other words. */
  public Article withText(Text other) {
    return new Article(
        id, kind, other, links, labels, publishedAt, scores, published, provider, media, stories);
  }

  /** The same item with other labels. */
  public Article withLabels(Labels other) {
    return new Article(
        id, kind, text, links, other, publishedAt, scores, published, provider, media, stories);
  }

  /** The same item in another place: of another kind, under other stories. */
  public Article withPlace(Kind otherKind, List<ArticleId> otherStories) {
    return new Article(
        id,
        otherKind,
        text,
        links,
        labels,
        publishedAt,
        scores,
        published,
        provider,
        media,
        otherStories);
  }
}
