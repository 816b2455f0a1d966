package dev.broadsheet.corpus;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.CanonicalUrl;
import dev.broadsheet.article.Kind;
import dev.broadsheet.article.Labels;
import dev.broadsheet.article.Links;
import dev.broadsheet.article.Media;
import dev.broadsheet.article.Mention;
import dev.broadsheet.article.Provider;
import dev.broadsheet.article.Scores;
import dev.broadsheet.article.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one item, a document or a related one, from its fields.
 *
 * @param source the place in the corpus
 * @param kind whether it is a document
 * @param below the Markdown below its front matter
 * @param inherited category and topics of the article it stands under
 * @param story the article it stands under
 */
record ItemReader(
    Mention.Source source, Kind kind, String below, Labels inherited, Optional<ArticleId> story) {
  /** What is kept of an item that is to be taken out, as it must have some title. */
  private static final Text REMOVED = new Text("(removed)", Optional.empty(), Optional.empty());

  /** A reader of a document. */
  static ItemReader document(Mention.Source source, String below) {
    return new ItemReader(source, Kind.ARTICLE, below, Labels.NONE, Optional.empty());
  }

  /** A reader of what stands under a document as related coverage. */
  static ItemReader related(Mention.Source source, Labels inherited, ArticleId story) {
    return new ItemReader(source, Kind.RELATED, "", inherited, Optional.of(story));
  }

  /**
   * The item; nothing where it has flaws, which are all in the list then. Where an item is to be
   * taken out nothing but its URL matters.
   */
  Optional<Mention> read(Fields fields, List<Flaw> flaws) {
    boolean removed = fields.flag(Keys.REMOVED, false);
    Links links =
        new Links(
            fields.link(Keys.SOURCE_URL), fields.link(Keys.AMP_URL), fields.link(Keys.CDN_AMP_URL));
    if (removed) {
      return flaws.isEmpty() ? Optional.of(removed(links)) : Optional.empty();
    }
    Optional<String> title = title(fields, flaws);
    Optional<String> excerpt = fields.text(Keys.EXCERPT);
    Optional<String> markdown = below.isBlank() ? fields.raw(Keys.BODY) : Optional.of(below);
    Labels labels = withInherited(labels(fields));
    Optional<Instant> publishedAt = fields.instant(Keys.PUBLISHED_AT);
    Scores scores = new Scores(fields.number(Keys.QUALITY), fields.number(Keys.HEAT));
    boolean published = fields.flag(Keys.PUBLISHED, true);
    Optional<Provider> provider = MediaFields.provider(fields);
    Media media = new Media(MediaFields.images(fields), fields.duration(Keys.LENGTH));
    if (title.isEmpty() || !flaws.isEmpty()) {
      return Optional.empty();
    }
    ArticleId id = id(links);
    Optional<String> body = markdown.map(MarkdownText::of).filter(words -> !words.isBlank());
    return Optional.of(
        new Mention(
            source,
            new Article(
                id,
                kind,
                new Text(title.get(), excerpt, body),
                links,
                labels,
                publishedAt,
                scores,
                published,
                provider,
                media,
                stories(id)),
            false));
  }

  /** What the fields say of category, type, topics and tags. */
  static Labels labels(Fields fields) {
    return new Labels(
        fields.label(Keys.CATEGORY),
        fields.label(Keys.TYPE),
        fields.labels(Keys.TOPICS),
        fields.labels(Keys.TAGS));
  }

  private static Optional<String> title(Fields fields, List<Flaw> flaws) {
    int before = flaws.size();
    Optional<String> title = fields.text(Keys.TITLE);
    if (title.isEmpty() && flaws.size() == before) {
      fields.missing(Keys.TITLE, "the headline");
    }
    return title;
  }

  private Labels withInherited(Labels own) {
    if (inherited.category().isEmpty() && inherited.topics().isEmpty()) {
      return own;
    }
    List<String> topics = new ArrayList<>(own.topics());
    topics.addAll(inherited.topics());
    return new Labels(own.category().or(inherited::category), own.type(), topics, own.tags());
  }

  private Mention removed(Links links) {
    ArticleId id = id(links);
    Article nothing =
        new Article(
            id,
            kind,
            REMOVED,
            Links.NONE,
            Labels.NONE,
            Optional.empty(),
            Scores.NONE,
            false,
            Optional.empty(),
            Media.NONE,
            stories(id));
    return new Mention(source, nothing, true);
  }

  private ArticleId id(Links links) {
    return links
        .sourceUrl()
        .or(links::ampUrl)
        .or(links::cdnAmpUrl)
        .map(url -> ArticleId.of(CanonicalUrl.of(url)))
        .orElseGet(() -> ArticleId.of(source));
  }

  private List<ArticleId> stories(ArticleId own) {
    return story.filter(article -> !article.equals(own)).map(List::of).orElse(List.of());
  }
}
