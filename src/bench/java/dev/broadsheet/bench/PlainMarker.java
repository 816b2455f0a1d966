package dev.broadsheet.bench;

import dev.broadsheet.search.TextQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Marks the words that were looked for, by analysing a text again. */
final class PlainMarker {
  private final Set<String> terms = new HashSet<>();
  private final List<String> starts = new ArrayList<>();

  PlainMarker(TextQuery query) {
    query.groups().stream().flatMap(group -> group.alternatives().stream()).forEach(this::add);
  }

  private void add(TextQuery.Term term) {
    switch (term) {
      case TextQuery.Word word -> terms.addAll(PlainQueries.analyze(word.text()));
      case TextQuery.Phrase phrase -> terms.addAll(PlainQueries.analyze(phrase.text()));
      case TextQuery.Prefix prefix -> starts.add(prefix.text().toLowerCase(Locale.ROOT));
      case TextQuery.Unfinished last -> starts.add(last.text().toLowerCase(Locale.ROOT));
    }
  }

  /** Whether nothing is to be marked. */
  boolean isIdle() {
    return terms.isEmpty() && starts.isEmpty();
  }

  /** Adds the text, safe for a page, with marks. */
  void mark(String text, StringBuilder to) throws IOException {
    try (TokenStream tokens = PlainSchema.ANALYZER.tokenStream(PlainSchema.TEXT, text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      var offset = tokens.addAttribute(OffsetAttribute.class);
      int done = 0;
      tokens.reset();
      while (tokens.incrementToken()) {
        if (matches(term.toString())) {
          escape(text, done, offset.startOffset(), to);
          to.append("<mark>");
          escape(text, offset.startOffset(), offset.endOffset(), to);
          to.append("</mark>");
          done = offset.endOffset();
        }
      }
      tokens.end();
      escape(text, done, text.length(), to);
    }
  }

  private boolean matches(String term) {
    return terms.contains(term) || starts.stream().anyMatch(term::startsWith);
  }

  private static void escape(String text, int from, int end, StringBuilder to) {
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> to.append("&amp;");
        case '<' -> to.append("&lt;");
        case '>' -> to.append("&gt;");
        default -> to.append(c);
      }
    }
  }
}
