package dev.broadsheet.words;

import dev.broadsheet.article.Text;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.TextQuery;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Marks what a query matched, in the few texts that are shown: they are analyzed again, which keeps
 * offsets out of the index. Safe for use by many threads.
 */
public final class Highlighter {
  private final Marker title;
  private final Marker excerpt;
  private final Marker body;

  /** Marks what a text query looks for, as it is in {@link SearchFields#marked}. */
  public Highlighter(List<Wanted> sought) {
    List<Wanted> wanted = CommonWords.worthMarking(sought);
    this.title =
        marker(wanted, Set.of(SearchFields.TEXT, SearchFields.limited(TextQuery.Field.TITLE)));
    this.excerpt =
        marker(wanted, Set.of(SearchFields.TEXT, SearchFields.limited(TextQuery.Field.EXCERPT)));
    this.body = marker(wanted, Set.of(SearchFields.limited(TextQuery.Field.BODY)));
  }

  private static Marker marker(List<Wanted> wanted, Set<String> fields) {
    return new Marker(wanted.stream().filter(it -> fields.contains(it.field())).toList());
  }

  /** The body of a hit, which is read only where it is needed. */
  public interface Body {
    Optional<String> read() throws IOException;
  }

  /**
   * The whole title; and the best piece of the excerpt, or, where nothing in that matches, of the
   * body.
   */
  public Hit.Highlight highlight(Text text, Body unread) throws IOException {
    String marked = MarkedHtml.of(text.title(), title.marks(text.title()));
    Optional<String> summary = text.excerpt().map(Marker::reach);
    List<Mark> marks = summary.isPresent() ? excerpt.marks(summary.get()) : List.of();
    Optional<String> fromBody =
        marks.isEmpty() && !body.isIdle() ? fromBody(unread) : Optional.empty();
    return new Hit.Highlight(
        marked, fromBody.or(() -> summary.map(it -> SnippetMaker.snippet(it, marks))));
  }

  /** The best piece of the body; empty where nothing in it matches. */
  private Optional<String> fromBody(Body unread) throws IOException {
    Optional<String> text = unread.read().map(Marker::reach);
    List<Mark> marks = text.isPresent() ? body.marks(text.get()) : List.of();
    return marks.isEmpty() ? Optional.empty() : text.map(it -> SnippetMaker.snippet(it, marks));
  }
}
