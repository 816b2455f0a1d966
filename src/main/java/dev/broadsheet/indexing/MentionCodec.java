package dev.broadsheet.indexing;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Kind;
import dev.broadsheet.article.Labels;
import dev.broadsheet.article.Mention;
import dev.broadsheet.article.Mention.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The compact form in which an engine remembers all mentions of one item.
 *
 * <p>Related coverage is repeated under many articles, word for word; so what mentions say is
 * written once and referred to, and what the item itself says, its body too, which the engine keeps
 * for its answers, is not written again.
 */
public final class MentionCodec {
  private MentionCodec() {}

  /**
   * The mentions of an item.
   *
   * @param item what they make, as the engine keeps it, with its body; empty where it is removed
   */
  public static byte[] encode(List<Mention> mentions, Optional<Article> item) {
    if (mentions.size() == 1 && item.map(mentions.getFirst().article()::equals).orElse(true)) {
      return encodeAlone(mentions.getFirst(), item.isPresent());
    }
    Map<Article, Integer> contents = new LinkedHashMap<>();
    item.ifPresent(article -> contents.put(content(article), 0));
    mentions.forEach(mention -> contents.putIfAbsent(content(mention.article()), contents.size()));
    Map<List<String>, Integer> topics = new LinkedHashMap<>();
    mentions.forEach(
        mention -> topics.putIfAbsent(mention.article().labels().topics(), topics.size()));

    var out = new BinaryOutput();
    List<Article> written = List.copyOf(contents.keySet());
    out.flag(item.isPresent());
    out.list(written.subList(item.isPresent() ? 1 : 0, written.size()), MentionCodec::writeContent);
    out.list(List.copyOf(topics.keySet()), (o, list) -> o.list(list, BinaryOutput::text));
    out.list(
        mentions,
        (o, mention) -> {
          writePlace(o, mention);
          o.number(contents.getOrDefault(content(mention.article()), 0));
          o.number(topics.getOrDefault(mention.article().labels().topics(), 0));
        });
    return out.toBytes();
  }

  /**
   * The same for the one mention of an item: most have no other, so nothing is looked for twice.
   */
  private static byte[] encodeAlone(Mention mention, boolean isKept) {
    Article article = mention.article();
    var out = new BinaryOutput();
    out.flag(isKept);
    out.list(isKept ? List.of() : List.of(content(article)), MentionCodec::writeContent);
    out.list(List.of(article.labels().topics()), (o, list) -> o.list(list, BinaryOutput::text));
    out.list(
        List.of(mention),
        (o, only) -> {
          writePlace(o, only);
          o.number(0);
          o.number(0);
        });
    return out.toBytes();
  }

  /**
   * The mentions of an item.
   *
   * @param item as it was kept, with its body; empty where it was removed
   */
  public static List<Mention> decode(ArticleId id, byte[] bytes, Optional<Article> item) {
    var in = new BinaryInput(bytes, 0, bytes.length);
    List<Article> contents = new ArrayList<>();
    if (in.flag()) {
      contents.add(content(item.orElseThrow()));
    }
    contents.addAll(in.list(i -> readContent(i, id)));
    List<List<String>> topics = in.list(i -> i.list(BinaryInput::text));
    return in.list(i -> readMention(i, contents, topics));
  }

  /** One mention by itself, with its identity. */
  static byte[] encodeOne(Mention mention) {
    var out = new BinaryOutput();
    out.text(mention.article().id().value());
    out.block(encode(List.of(mention), Optional.empty()));
    return out.toBytes();
  }

  static Mention decodeOne(byte[] bytes) {
    var in = new BinaryInput(bytes, 0, bytes.length);
    ArticleId id = new ArticleId(in.text());
    return decode(id, in.block(), Optional.empty()).getFirst();
  }

  /** What is told, apart from who tells it and where. */
  private static Article content(Article article) {
    return article
        .withLabels(article.labels().withTopics(List.of()))
        .withPlace(Kind.ARTICLE, List.of());
  }

  private static void writeContent(BinaryOutput out, Article content) {
    ArticleCodec.write(out, content);
    out.optional(content.text().body(), BinaryOutput::text);
  }

  private static Article readContent(BinaryInput in, ArticleId id) {
    Article content = ArticleCodec.read(in, id);
    return content.withText(content.text().withBody(in.optional(BinaryInput::text)));
  }

  private static void writePlace(BinaryOutput out, Mention mention) {
    out.text(mention.source().path());
    out.number(mention.source().line());
    out.number(mention.source().entry());
    out.flag(mention.removed());
    out.flag(mention.article().kind() == Kind.ARTICLE);
    out.list(mention.article().stories(), (o, story) -> o.text(story.value()));
  }

  private static Mention readMention(
      BinaryInput in, List<Article> contents, List<List<String>> topics) {
    Source source = new Source(in.text(), in.size(), in.size());
    boolean removed = in.flag();
    Kind kind = in.flag() ? Kind.ARTICLE : Kind.RELATED;
    List<ArticleId> stories = in.list(i -> new ArticleId(i.text()));
    Article content = contents.get(in.size());
    Labels labels = content.labels().withTopics(topics.get(in.size()));
    Article article = content.withLabels(labels).withPlace(kind, stories);
    return new Mention(source, article, removed);
  }
}
