package dev.broadsheet.indexing;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Image;
import dev.broadsheet.article.Kind;
import dev.broadsheet.article.Labels;
import dev.broadsheet.article.Links;
import dev.broadsheet.article.Media;
import dev.broadsheet.article.Provider;
import dev.broadsheet.article.Scores;
import dev.broadsheet.article.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The compact form in which an engine keeps an article for its answers: all of it but the body, of
 * which little is ever shown, and which the engine keeps apart. The title comes first, as it alone
 * is often needed.
 */
public final class ArticleCodec {
  /** The version of the form, and of that of {@link MentionCodec}; another one can't be read. */
  public static final int VERSION = 2;

  private ArticleCodec() {}

  /** The article without its body. */
  public static byte[] encode(Article article) {
    var out = new BinaryOutput();
    write(out, article);
    return out.toBytes();
  }

  /** The article, without a body. */
  public static Article decode(ArticleId id, byte[] bytes, int offset, int length) {
    return read(new BinaryInput(bytes, offset, length), id);
  }

  /** The title alone. */
  public static String decodeTitle(byte[] bytes, int offset, int length) {
    return new BinaryInput(bytes, offset, length).text();
  }

  static void write(BinaryOutput out, Article article) {
    out.text(article.text().title());
    out.optional(article.text().excerpt(), BinaryOutput::text);
    out.flag(article.kind() == Kind.ARTICLE);
    out.flag(article.published());
    out.optional(article.publishedAt(), (o, instant) -> o.fixed(instant.toEpochMilli()));
    writeLinks(out, article.links());
    writeLabels(out, article.labels());
    out.decimal(article.scores().quality());
    out.decimal(article.scores().heat());
    out.optional(article.provider(), ArticleCodec::writeProvider);
    out.list(article.media().images(), ArticleCodec::writeImage);
    out.optional(article.media().length(), ArticleCodec::writeDuration);
    out.list(article.stories(), (o, story) -> o.text(story.value()));
  }

  static Article read(BinaryInput in, ArticleId id) {
    Text text = new Text(in.text(), in.optional(BinaryInput::text), Optional.empty());
    Kind kind = in.flag() ? Kind.ARTICLE : Kind.RELATED;
    boolean published = in.flag();
    Optional<Instant> publishedAt = in.optional(i -> Instant.ofEpochMilli(i.fixed()));
    Links links = readLinks(in);
    Labels labels = readLabels(in);
    Scores scores = new Scores(in.decimal(), in.decimal());
    Optional<Provider> provider = in.optional(ArticleCodec::readProvider);
    List<Image> images = in.list(ArticleCodec::readImage);
    Optional<Duration> length = in.optional(i -> Duration.ofSeconds(i.fixed(), i.number()));
    List<ArticleId> stories = in.list(i -> new ArticleId(i.text()));
    return new Article(
        id,
        kind,
        text,
        links,
        labels,
        publishedAt,
        scores,
        published,
        provider,
        new Media(images, length),
        stories);
  }

  private static void writeLinks(BinaryOutput out, Links links) {
    out.optional(links.sourceUrl(), BinaryOutput::text);
    out.optional(links.ampUrl(), BinaryOutput::text);
    out.optional(links.cdnAmpUrl(), BinaryOutput::text);
  }

  private static Links readLinks(BinaryInput in) {
    return new Links(
        in.optional(BinaryInput::text),
        in.optional(BinaryInput::text),
        in.optional(BinaryInput::text));
  }

  private static void writeLabels(BinaryOutput out, Labels labels) {
    out.optional(labels.category(), BinaryOutput::text);
    out.optional(labels.type(), BinaryOutput::text);
    out.list(labels.topics(), BinaryOutput::text);
    out.list(labels.tags(), BinaryOutput::text);
  }

  private static Labels readLabels(BinaryInput in) {
    return new Labels(
        in.optional(BinaryInput::text),
        in.optional(BinaryInput::text),
        in.list(BinaryInput::text),
        in.list(BinaryInput::text));
  }

  /** In seconds and nanoseconds, as there are durations of more milliseconds than a long holds. */
  private static void writeDuration(BinaryOutput out, Duration duration) {
    out.fixed(duration.getSeconds());
    out.number(duration.getNano());
  }

  private static void writeProvider(BinaryOutput out, Provider provider) {
    out.optional(provider.name(), BinaryOutput::text);
    out.optional(provider.domain(), BinaryOutput::text);
    out.list(provider.images(), ArticleCodec::writeImage);
  }

  private static Provider readProvider(BinaryInput in) {
    return new Provider(
        in.optional(BinaryInput::text),
        in.optional(BinaryInput::text),
        in.list(ArticleCodec::readImage));
  }

  private static void writeImage(BinaryOutput out, Image image) {
    out.text(image.url());
    out.number(image.width().orElse(-1) + 1L);
    out.number(image.height().orElse(-1) + 1L);
    out.optional(image.title(), BinaryOutput::text);
  }

  private static Image readImage(BinaryInput in) {
    return new Image(in.text(), pixels(in), pixels(in), in.optional(BinaryInput::text));
  }

  private static OptionalInt pixels(BinaryInput in) {
    // One more than the pixels, and so perhaps one more than an int holds.
    long written = in.number();
    return written == 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(written - 1));
  }
}
