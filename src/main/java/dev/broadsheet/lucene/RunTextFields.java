package dev.broadsheet.lucene;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.words.DocumentTerms;
import dev.broadsheet.words.Ranking;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;

/**
 * Fills the fields of a run's documents: those of one kind of texts with the words and no stems, of
 * which {@link RunPostings} makes all other terms; the others with one term, for their norms.
 */
final class RunTextFields extends TextFields {
  private final OneToken one = new OneToken();
  private final OneToken scored = new OneToken();
  private final Map<TextQuery.Field, RunTokens> limited = new EnumMap<>(TextQuery.Field.class);

  RunTextFields(Ranking.Texts weights) {
    super(weights, DocumentTerms.withoutStems());
    for (TextQuery.Field field : TextQuery.Field.values()) {
      limited.put(field, new RunTokens(terms()));
    }
  }

  @Override
  void addTo(Document document) {
    one.setNorm(boost(), 1);
    document.add(new Field(Schema.ITEM, one, ITEM));
    scored.setNorm(boost(), length());
    document.add(new Field(Schema.TEXT, scored, TEXT));
    document.add(new Field(Schema.BEGINNING, scored, BEGINNING));
    limited.forEach((field, tokens) -> {
      List<DocumentTerms.Span> texts = texts(field);
      if (!texts.isEmpty()) {
        tokens.set(texts, boost());
        document.add(new Field(Schema.limited(field), tokens, TEXT));
      }
    });
    document.add(new Field(Schema.WORD, one, WORD));
  }
}
