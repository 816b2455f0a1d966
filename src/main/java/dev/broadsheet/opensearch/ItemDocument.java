package dev.broadsheet.opensearch;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.FoldedText;
import dev.broadsheet.article.Mention;
import dev.broadsheet.article.Provider;
import dev.broadsheet.indexing.ArticleCodec;
import dev.broadsheet.indexing.MentionCodec;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.TextQuery;
import dev.broadsheet.words.FacetTerm;
import dev.broadsheet.words.Relevance;
import dev.broadsheet.words.SearchFields;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the document of an item. */
final class ItemDocument {
  private final OpenSearchSettings settings;

  ItemDocument(OpenSearchSettings settings) {
    this.settings = settings;
  }

  /**
   * The document of an item, or, where it is removed, of what is remembered of it.
   *
   * @param story to which it belongs
   */
  ObjectNode of(ArticleId id, List<Mention> mentions, Optional<Article> item, ArticleId story) {
    ObjectNode document =
        Json.object(
            ClusterSchema.RECORD,
            item.isPresent() ? ClusterSchema.ITEM : ClusterSchema.REMOVED,
            ClusterSchema.ID_ORDER,
            id.prefix() ^ Long.MIN_VALUE,
            ClusterSchema.MENTIONS,
            base64(MentionCodec.encode(mentions, item)),
            ClusterSchema.SOURCE_FILE,
            mentions.stream().map(mention -> mention.source().path()).distinct().toList());
    item.ifPresent(article -> add(document, article, story));
    return document;
  }

  private void add(ObjectNode document, Article article, ArticleId story) {
    document.put(ClusterSchema.ARTICLE, base64(ArticleCodec.encode(article)));
    document.put(ClusterSchema.STORY, story.value());
    document.put(ClusterSchema.LED, !story.equals(article.id()));
    document.set(
        ClusterSchema.STORIES,
        Json.array(article.stories().stream().map(ArticleId::value).toArray()));
    article
        .publishedAt()
        .ifPresent(instant -> {
          document.put(ClusterSchema.DATE, instant.toEpochMilli());
          document.put(ClusterSchema.DAY, instant.toEpochMilli());
        });
    article.scores().quality().ifPresent(it -> document.put(ClusterSchema.QUALITY, it));
    article.scores().heat().ifPresent(it -> document.put(ClusterSchema.HEAT, it));
    article
        .text()
        .body()
        .ifPresent(it -> document.set(ClusterSchema.BODY_TEXT, Json.object("text", it)));
    addFacets(document, article);
    addTexts(document, article);
  }

  private static void addFacets(ObjectNode document, Article article) {
    article.labels().topics().forEach(it -> addFacet(document, FacetField.TOPIC, it));
    article.labels().tags().forEach(it -> addFacet(document, FacetField.TAG, it));
    article.labels().category().ifPresent(it -> addFacet(document, FacetField.CATEGORY, it));
    article.labels().type().ifPresent(it -> addFacet(document, FacetField.TYPE, it));
    addFacet(document, FacetField.KIND, article.kind().label());
    addFacet(document, FacetField.PUBLISHED, String.valueOf(article.published()));
    article.provider().ifPresent(provider -> addProvider(document, provider));
  }

  private static void addProvider(ObjectNode document, Provider provider) {
    addFacet(document, FacetField.PROVIDER, FacetTerm.of(provider.key(), provider.label()));
    provider
        .name()
        .ifPresent(name -> append(document, ClusterSchema.PROVIDER_NAME, FoldedText.of(name)));
  }

  private static void addFacet(ObjectNode document, FacetField field, String value) {
    addFacet(document, field, FacetTerm.of(value, value));
  }

  private static void addFacet(ObjectNode document, FacetField field, FacetTerm term) {
    append(document, ClusterSchema.facet(field), term.key());
    append(document, ClusterSchema.written(field), term.joined());
  }

  private static void append(ObjectNode document, String field, String value) {
    if (document.get(field) instanceof ArrayNode values) {
      values.add(value);
    } else {
      document.set(field, Json.array(value));
    }
  }

  private void addTexts(ObjectNode document, Article article) {
    var tokens = new Tokens(settings.ranking().texts());
    tokens.add(article.text().title(), TextQuery.Field.TITLE);
    article.text().excerpt().ifPresent(it -> tokens.add(it, TextQuery.Field.EXCERPT));
    article.labels().topics().forEach(it -> tokens.add(it, TextQuery.Field.TOPIC));
    article.provider().stream()
        .flatMap(provider -> Stream.of(provider.name(), provider.domain()))
        .flatMap(Optional::stream)
        .forEach(it -> tokens.add(it, TextQuery.Field.PROVIDER));
    article.text().body().ifPresent(it -> tokens.add(it, TextQuery.Field.BODY));
    float boost = settings.quality().factor(article.scores().quality());
    document.put(ClusterSchema.factor(ClusterSchema.ITEM), boost);
    tokens
        .texts()
        .forEach((name, texts) -> {
          document.set(name, Json.array(texts.toArray()));
          document.put(ClusterSchema.factor(name), Relevance.factor(boost, tokens.length(name)));
        });
    document.put(SearchFields.BEGINNING, tokens.beginnings());
    document.set(SearchFields.WORD, Json.array(tokens.words().toArray()));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
