package dev.broadsheet.lucene;

import dev.broadsheet.article.Text;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.TextQuery;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/**
 * Marks what a query matched, in the few texts that are shown: they are analyzed again, which keeps
 * offsets out of the index.
 */
final class Highlighter {
  /** An excerpt longer than this is cut to its best sentences. */
  private static final int MAX_WHOLE = 600;

  private static final int MAX_SENTENCES = 3;

  private final Query query;
  private final UnifiedHighlighter whole;
  private final UnifiedHighlighter sentences;

  /** Marks what a text query matched. */
  Highlighter(Query query) {
    this.query = query;
    this.whole = highlighter(new WholeBreakIterator());
    this.sentences = highlighter(BreakIterator.getSentenceInstance(Locale.ROOT));
  }

  private static UnifiedHighlighter highlighter(BreakIterator breaks) {
    Set<String> texts =
        Set.of(
            Schema.TEXT,
            Schema.limited(TextQuery.Field.TITLE),
            Schema.limited(TextQuery.Field.EXCERPT));
    return UnifiedHighlighter.builderWithoutSearcher(Analyzers.INDEX)
        .withFieldMatcher(texts::contains)
        .withBreakIterator(() -> (BreakIterator) breaks.clone())
        .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", " … ", true))
        .withMaxLength(Integer.MAX_VALUE - 1)
        .build();
  }

  Hit.Highlight highlight(Text text) throws IOException {
    String title = marked(whole, TextQuery.Field.TITLE, text.title(), 1);
    if (text.excerpt().isEmpty()) {
      return new Hit.Highlight(title, text.excerpt());
    }
    String excerpt = text.excerpt().get();
    return new Hit.Highlight(
        title,
        Optional.of(
            excerpt.length() <= MAX_WHOLE
                ? marked(whole, TextQuery.Field.EXCERPT, excerpt, 1)
                : marked(sentences, TextQuery.Field.EXCERPT, excerpt, MAX_SENTENCES)));
  }

  private String marked(
      UnifiedHighlighter highlighter, TextQuery.Field field, String text, int passages)
      throws IOException {
    return Objects.toString(
        highlighter.highlightWithoutSearcher(Schema.limited(field), query, text, passages));
  }
}
