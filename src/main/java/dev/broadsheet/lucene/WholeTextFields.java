package dev.broadsheet.lucene;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.words.DocumentTerms;
import dev.broadsheet.words.Ranking;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;

/** Fills each field with all of its terms. */
final class WholeTextFields extends TextFields {
  private final OneToken item = new OneToken();
  private final SpanTokens text = new SpanTokens(terms());
  private final CountedTokens beginnings = new CountedTokens(terms(), true);
  private final CountedTokens words = new CountedTokens(terms(), false);
  private final Map<TextQuery.Field, SpanTokens> limited = new EnumMap<>(TextQuery.Field.class);

  WholeTextFields(Ranking.Texts weights) {
    super(weights, DocumentTerms.withStems());
    for (TextQuery.Field field : TextQuery.Field.values()) {
      limited.put(field, new SpanTokens(terms()));
    }
  }

  @Override
  void addTo(Document document) {
    text.clear(boost());
    beginnings.clear();
    words.clear();
    item.setNorm(boost(), 1);
    document.add(new Field(Schema.ITEM, item, ITEM));
    limited.forEach((field, tokens) -> {
      if (!texts(field).isEmpty()) {
        tokens.clear(boost());
        tokens.add(texts(field), 1);
        document.add(new Field(Schema.limited(field), tokens, TEXT));
      }
      text.add(texts(field), times(field));
      texts(field).forEach(span -> count(span, times(field)));
    });
    document.add(new Field(Schema.TEXT, text, TEXT));
    beginnings.setNorm(boost(), length());
    document.add(new Field(Schema.BEGINNING, beginnings, BEGINNING));
    document.add(new Field(Schema.WORD, words, WORD));
  }

  private void count(DocumentTerms.Span text, int times) {
    words.addWords(text);
    if (times > 0) {
      beginnings.addBeginnings(text, Schema.MAX_BEGINNING, times);
    }
  }
}
