package dev.broadsheet.lucene;

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
import dev.broadsheet.words.QualityBoost;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/**
 * Makes the document of an item. Safe for use by many threads, each of which indexes a document
 * before it makes another.
 */
final class ArticleMapper {
  private final QualityBoost quality;
  private final WrittenVectors vectors;
  private final ThreadLocal<TextFields> texts;

  /**
   * Makes documents of one sort.
   *
   * @param texts makes what fills the fields of their texts; asked for once a thread
   */
  ArticleMapper(QualityBoost quality, Supplier<TextFields> texts, WrittenVectors vectors) {
    this.quality = quality;
    this.texts = ThreadLocal.withInitial(texts);
    this.vectors = vectors;
  }

  /** The document of an item, or, where it is removed, of what is remembered of it. */
  Document document(ArticleId id, List<Mention> mentions, Optional<Article> item)
      throws IOException {
    var document = new Document();
    document.add(new StringField(Schema.ID, new BytesRef(id.bytes()), Field.Store.NO));
    document.add(new NumericDocValuesField(Schema.ID_ORDER, id.prefix() ^ Long.MIN_VALUE));
    document.add(new NumericDocValuesField(Schema.ID_REST, id.rest()));
    mentions.stream()
        .map(mention -> mention.source().path())
        .distinct()
        .forEach(path -> addTerm(document, Schema.SOURCE_FILE, path));
    item.flatMap(article -> article.text().body())
        .ifPresent(body -> document.add(new StoredField(Schema.BODY, body)));
    document.add(new StoredField(Schema.MENTIONS, MentionCodec.encode(mentions, item)));
    if (item.isPresent()) {
      addArticle(document, item.get());
      vectors.addTo(document, item.get());
    } else {
      TextFields.addNone(document);
    }
    return document;
  }

  private void addArticle(Document document, Article article) {
    document.add(
        new BinaryDocValuesField(Schema.ARTICLE, new BytesRef(ArticleCodec.encode(article))));
    article.stories().forEach(story -> addTerm(document, Schema.STORY, story.value()));
    addNumbers(document, article);
    addFacets(document, article);
    addTexts(document, article);
  }

  private static void addNumbers(Document document, Article article) {
    article
        .publishedAt()
        .ifPresent(instant ->
            document.add(NumericDocValuesField.indexedField(Schema.DATE, instant.toEpochMilli())));
    article
        .scores()
        .quality()
        .ifPresent(value -> {
          document.add(new DoublePoint(Schema.QUALITY, value));
          document.add(new DoubleDocValuesField(Schema.QUALITY, value));
        });
    article
        .scores()
        .heat()
        .ifPresent(value -> document.add(new DoubleDocValuesField(Schema.HEAT, value)));
  }

  private static void addFacets(Document document, Article article) {
    article.labels().topics().forEach(topic -> addFacet(document, FacetField.TOPIC, topic));
    article.labels().tags().forEach(tag -> addFacet(document, FacetField.TAG, tag));
    article.labels().category().ifPresent(it -> addFacet(document, FacetField.CATEGORY, it));
    article.labels().type().ifPresent(it -> addFacet(document, FacetField.TYPE, it));
    addFacet(document, FacetField.KIND, article.kind().label());
    addFacet(document, FacetField.PUBLISHED, String.valueOf(article.published()));
    article.provider().ifPresent(provider -> addProvider(document, provider));
  }

  private static void addFacet(Document document, FacetField field, String value) {
    addFacet(document, field, FacetTerm.of(value, value));
  }

  private static void addFacet(Document document, FacetField field, FacetTerm term) {
    addTerm(document, Schema.facet(field), term.key());
    document.add(new SortedSetDocValuesField(Schema.facet(field), new BytesRef(term.joined())));
  }

  private static void addProvider(Document document, Provider provider) {
    addFacet(document, FacetField.PROVIDER, FacetTerm.of(provider.key(), provider.label()));
    provider.name().ifPresent(name -> addTerm(document, Schema.PROVIDER_NAME, FoldedText.of(name)));
  }

  private void addTexts(Document document, Article article) {
    TextFields text = texts.get();
    text.begin(quality.factor(article.scores().quality()));
    text.add(article.text().title(), TextQuery.Field.TITLE);
    article.text().excerpt().ifPresent(it -> text.add(it, TextQuery.Field.EXCERPT));
    article.labels().topics().forEach(it -> text.add(it, TextQuery.Field.TOPIC));
    article.provider().ifPresent(provider -> addProvider(text, provider));
    article.text().body().ifPresent(it -> text.add(it, TextQuery.Field.BODY));
    text.addTo(document);
  }

  private static void addProvider(TextFields text, Provider provider) {
    provider.name().ifPresent(it -> text.add(it, TextQuery.Field.PROVIDER));
    provider.domain().ifPresent(it -> text.add(it, TextQuery.Field.PROVIDER));
  }

  private static void addTerm(Document document, String field, String term) {
    document.add(new StringField(field, term, Field.Store.NO));
  }
}
