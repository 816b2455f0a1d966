package dev.broadsheet.lucene;

import dev.broadsheet.words.Analyzers;
import dev.broadsheet.words.Mark;
import dev.broadsheet.words.Marker;
import dev.broadsheet.words.TextBorders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** What Lucene's unified highlighter marks in a whole text: the measure of {@link Marker}. */
final class UnifiedMarks {
  private final UnifiedHighlighter highlighter =
      UnifiedHighlighter.builderWithoutSearcher(Analyzers.INDEX)
          .withBreakIterator(WholeBreakIterator::new)
          .withFormatter(new Spans())
          .withMaxLength(Integer.MAX_VALUE - 1)
          .build();

  /** The pieces that are marked, in order; those that overlap or touch are one. */
  List<Mark> marks(Query query, String text) throws IOException {
    List<Mark> marks = new ArrayList<>();
    Object spans = highlighter.highlightWithoutSearcher(Schema.TEXT, query, text, 1);
    if (spans instanceof List<?> list) {
      list.forEach(mark -> marks.add((Mark) mark));
    }
    return joined(marks);
  }

  /** Marks that overlap or touch as one, and with one number. */
  static List<Mark> joined(List<Mark> marks) {
    List<Mark> joined = new ArrayList<>();
    for (Mark mark : marks.stream().sorted(Mark.IN_TEXT).toList()) {
      if (joined.isEmpty() || joined.getLast().end() < mark.start()) {
        joined.add(new Mark(mark.start(), mark.end(), 0));
      } else {
        Mark last = joined.removeLast();
        joined.add(new Mark(last.start(), Math.max(last.end(), mark.end()), 0));
      }
    }
    return joined;
  }

  private static final class Spans extends PassageFormatter {
    @Override
    public Object format(Passage[] passages, String content) {
      List<Mark> marks = new ArrayList<>();
      for (Passage passage : passages) {
        for (int i = 0; i < passage.getNumMatches(); i++) {
          int start = TextBorders.atOrBefore(content, passage.getMatchStarts()[i]);
          int end = TextBorders.atOrAfter(content, passage.getMatchEnds()[i]);
          marks.add(new Mark(start, end, 0));
        }
      }
      return marks;
    }
  }
}
