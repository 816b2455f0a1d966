package dev.broadsheet.lucene;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.words.DocumentTerms;
import dev.broadsheet.words.Ranking;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/**
 * The fields of an item that a visitor's words are looked for in, all filled from one analysis of
 * each text. Used for one document after another: a document is to be indexed before the next is
 * begun, by the same thread.
 */
abstract sealed class TextFields permits WholeTextFields, RunTextFields {
  static final FieldType TEXT = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  static final FieldType BEGINNING = type(IndexOptions.DOCS_AND_FREQS);
  static final FieldType WORD = type(IndexOptions.DOCS);
  static final FieldType ITEM = type(IndexOptions.DOCS_AND_FREQS);

  private final Ranking.Texts weights;
  private final DocumentTerms terms;
  private final Map<TextQuery.Field, List<DocumentTerms.Span>> texts =
      new EnumMap<>(TextQuery.Field.class);
  private float boost;
  private int length;

  /**
   * Begins without a document.
   *
   * @param weights how often a text of each kind is in {@link Schema#TEXT}
   * @param terms those of a document's texts
   */
  TextFields(Ranking.Texts weights, DocumentTerms terms) {
    this.weights = weights;
    this.terms = terms;
    for (TextQuery.Field field : TextQuery.Field.values()) {
      texts.put(field, new ArrayList<>());
    }
  }

  /**
   * Begins another document.
   *
   * @param qualityBoost what its norms hold
   */
  final void begin(float qualityBoost) {
    boost = qualityBoost;
    length = 0;
    terms.clear();
    texts.values().forEach(List::clear);
  }

  /** Adds a text. */
  final void add(String value, TextQuery.Field field) {
    DocumentTerms.Span span = terms.add(value);
    if (!span.isEmpty()) {
      texts(field).add(span);
      length += times(field) * terms.positions(span);
    }
  }

  /** Puts the fields into a document. */
  abstract void addTo(Document document);

  /**
   * Puts the scored fields without terms into a document that is no item. Where every document has
   * a field, its norms are an array; where one has not, Lucene looks up where each of them is.
   */
  static void addNone(Document document) {
    document.add(new Field(Schema.ITEM, "", ITEM));
    document.add(new Field(Schema.TEXT, "", TEXT));
    document.add(new Field(Schema.BEGINNING, "", BEGINNING));
  }

  final DocumentTerms terms() {
    return terms;
  }

  /** The texts of a kind that have terms, in their order. */
  final List<DocumentTerms.Span> texts(TextQuery.Field field) {
    return texts.getOrDefault(field, List.of());
  }

  /** How often texts of a kind are in {@link Schema#TEXT}. */
  final int times(TextQuery.Field field) {
    return weights.times(field);
  }

  final float boost() {
    return boost;
  }

  /** How many words there are, each as often as it is in {@link Schema#TEXT}. */
  final int length() {
    return length;
  }

  private static FieldType type(IndexOptions options) {
    var type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(options == IndexOptions.DOCS);
    type.freeze();
    return type;
  }
}
