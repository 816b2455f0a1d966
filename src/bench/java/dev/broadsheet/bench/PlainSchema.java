package dev.broadsheet.bench;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.FoldedText;
import dev.broadsheet.article.Provider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;

/**
 * How one would index articles with Lucene's own parts, set as well as one can: one combined text
 * in which the title counts twice, BM25 with the quality in the norm (a better article counts as a
 * shorter one), sorted by date with a skip index, and the answer's JSON in doc values. It serves
 * the same filters, facets, orders and limits to a field as Broadsheet's index.
 */
final class PlainSchema {
  static final String TEXT = "text";
  static final String DATE = "date";

  /** The item's JSON, as {@link StoredJson} packs it. */
  static final String STORED = "stored";

  static final Analyzer ANALYZER = new EnglishAnalyzer();
  static final Sort NEWEST_FIRST = new Sort(new SortField(DATE, SortField.Type.LONG, true));

  private static final double MEDIAN_QUALITY = 30;
  private static final double QUALITY_WEIGHT = 0.5;

  /** What the norm of the document that a thread is adding is made with. */
  private static final ThreadLocal<Double> BOOST = ThreadLocal.withInitial(() -> 1.0);

  private PlainSchema() {}

  static IndexWriterConfig config() {
    return new IndexWriterConfig(ANALYZER)
        .setSimilarity(similarity())
        .setIndexSort(NEWEST_FIRST)
        .setUseCompoundFile(false);
  }

  static BM25Similarity similarity() {
    return new BM25Similarity() {
      @Override
      public long computeNorm(FieldInvertState state) {
        return SmallFloat.intToByte4(Math.max(1, (int) (state.getLength() / BOOST.get())));
      }
    };
  }

  /** The document of an item; to be added by the same thread at once. */
  static Document document(InMemoryCorpus.Item item) {
    Article article = item.mention().article();
    var document = new Document();
    addNumbers(document, article);
    addTexts(document, article);
    document.add(new StringField("id", article.id().value(), Field.Store.NO));
    addFacet(document, "kind", article.kind().label());
    addFacet(document, "published", String.valueOf(article.published()));
    article.labels().category().ifPresent(it -> addFacet(document, "category", it));
    article.labels().type().ifPresent(it -> addFacet(document, "type", it));
    article.labels().topics().forEach(it -> addFacet(document, "topic", it));
    article.provider().map(Provider::key).ifPresent(it -> addFacet(document, "provider", it));
    byte[] stored = StoredJson.pack(item.json().getBytes(StandardCharsets.UTF_8));
    document.add(new BinaryDocValuesField(STORED, new BytesRef(stored)));
    return document;
  }

  private static void addNumbers(Document document, Article article) {
    long date = article.publishedAt().map(it -> it.toEpochMilli()).orElse(0L);
    document.add(NumericDocValuesField.indexedField(DATE, date));
    double quality = article.scores().quality().orElse(MEDIAN_QUALITY);
    document.add(new DoublePoint("quality", quality));
    document.add(new DoubleDocValuesField("quality", quality));
    article.scores().heat().ifPresent(it -> document.add(new DoubleDocValuesField("heat", it)));
    BOOST.set(Math.pow((1 + quality) / (1 + MEDIAN_QUALITY), QUALITY_WEIGHT));
  }

  private static void addTexts(Document document, Article article) {
    String title = article.text().title();
    addText(document, "title", List.of(title, title));
    addText(document, "excerpt", article.text().excerpt().stream().toList());
    addText(document, "topic", article.labels().topics());
    List<String> provider =
        article.provider().stream()
            .map(it -> List.of(it.name(), it.domain()))
            .flatMap(List::stream)
            .flatMap(Optional::stream)
            .toList();
    addText(document, "provider", provider);
  }

  /** To the combined text as often as it counts, and once to its own. */
  private static void addText(Document document, String field, List<String> values) {
    values.forEach(value -> document.add(new TextField(TEXT, value, Field.Store.NO)));
    values.stream()
        .distinct()
        .forEach(value -> document.add(new TextField(field, value, Field.Store.NO)));
  }

  private static void addFacet(Document document, String field, String value) {
    document.add(new StringField(facet(field), FoldedText.of(value), Field.Store.NO));
    document.add(new SortedSetDocValuesField(facet(field), new BytesRef(value)));
  }

  /** The field of whole values, as folded terms, and in doc values as written. */
  static String facet(String field) {
    return "facet." + field;
  }
}
