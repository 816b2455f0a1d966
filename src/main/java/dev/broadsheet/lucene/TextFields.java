package dev.broadsheet.lucene;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.words.DocumentTerms;
import java.util.EnumMap;
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
final class TextFields {
  private static final FieldType TEXT = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType BEGINNING = type(IndexOptions.DOCS_AND_FREQS);
  private static final FieldType WORD = type(IndexOptions.DOCS);
  private static final FieldType ITEM = type(IndexOptions.DOCS_AND_FREQS);

  private final DocumentTerms terms = new DocumentTerms();
  private final ItemToken item = new ItemToken();
  private final SpanTokens text = new SpanTokens(terms);
  private final CountedTokens beginnings = new CountedTokens(terms, true);
  private final CountedTokens words = new CountedTokens(terms, false);
  private final Map<TextQuery.Field, SpanTokens> limited = new EnumMap<>(TextQuery.Field.class);
  private float boost;
  private int length;

  TextFields() {
    for (TextQuery.Field field : TextQuery.Field.values()) {
      limited.put(field, new SpanTokens(terms));
    }
  }

  /**
   * Begins another document.
   *
   * @param qualityBoost what its norms hold
   */
  void begin(float qualityBoost) {
    boost = qualityBoost;
    length = 0;
    terms.clear();
    text.clear(boost);
    beginnings.clear();
    words.clear();
    limited.values().forEach(tokens -> tokens.clear(boost));
  }

  /** Adds a text to its own field, and so many times to the one that holds all but the body. */
  void add(String value, TextQuery.Field field, int times) {
    DocumentTerms.Span span = terms.add(value);
    text.add(span, times);
    limited(field).add(span, 1);
    words.addWords(span);
    if (times > 0) {
      beginnings.addBeginnings(span, Schema.MAX_BEGINNING, times);
      length += times * terms.positions(span);
    }
  }

  /** Puts the fields into a document. */
  void addTo(Document document) {
    item.setBoost(boost);
    document.add(new Field(Schema.ITEM, item, ITEM));
    document.add(new Field(Schema.TEXT, text, TEXT));
    beginnings.setNorm(boost, length);
    document.add(new Field(Schema.BEGINNING, beginnings, BEGINNING));
    limited.forEach((field, tokens) -> {
      if (tokens.hasText()) {
        document.add(new Field(Schema.limited(field), tokens, TEXT));
      }
    });
    document.add(new Field(Schema.WORD, words, WORD));
  }

  /**
   * Puts the scored fields without terms into a document that is no item. Where every document has
   * a field, its norms are an array; where one has not, Lucene looks up where each of them is.
   */
  static void addNone(Document document) {
    document.add(new Field(Schema.ITEM, "", ITEM));
    document.add(new Field(Schema.TEXT, "", TEXT));
    document.add(new Field(Schema.BEGINNING, "", BEGINNING));
  }

  private SpanTokens limited(TextQuery.Field field) {
    SpanTokens tokens = limited.get(field);
    if (tokens == null) {
      throw new IllegalArgumentException("no field for " + field);
    }
    return tokens;
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
