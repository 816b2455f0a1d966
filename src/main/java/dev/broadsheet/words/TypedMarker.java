package dev.broadsheet.words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks what a visitor has typed in what is offered for it: whole words, and of the word that is
 * still being typed the letters that are there. Safe for use by many threads.
 */
public final class TypedMarker {
  private final Marker marker;
  private final String unfinished;
  private final int unfinishedWord;

  private TypedMarker(Marker marker, String unfinished, int unfinishedWord) {
    this.marker = marker;
    this.unfinished = unfinished;
    this.unfinishedWord = unfinishedWord;
  }

  /** Marks these words; the last one, unless there is space behind it, is unfinished. */
  public static TypedMarker of(String typed) {
    List<String> words = Analyzers.words(typed);
    boolean finished =
        words.isEmpty() || Character.isWhitespace(typed.codePointBefore(typed.length()));
    int whole = finished ? words.size() : words.size() - 1;
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < whole; i++) {
      wanted.add(new WantedWord(SearchFields.TEXT, i, words.get(i)));
    }
    if (!finished) {
      wanted.add(new WantedBeginning(SearchFields.TEXT, whole, words.getLast()));
    }
    return new TypedMarker(new Marker(wanted), finished ? "" : words.getLast(), whole);
  }

  /** A text as HTML with its marks. */
  public String html(String text) throws IOException {
    List<Mark> marks = marker.marks(text).stream().map(mark -> typedPart(text, mark)).toList();
    return MarkedHtml.of(text, marks);
  }

  private Mark typedPart(String text, Mark mark) {
    if (mark.word() != unfinishedWord) {
      return mark;
    }
    int end = mark.start();
    do {
      end = TextBorders.atOrAfter(text, end + 1);
    } while (end < mark.end() && !begins(text.substring(mark.start(), end)));
    return new Mark(mark.start(), Math.min(end, mark.end()), mark.word());
  }

  /** Whether the beginning of a word, whose letters may be folded to several, has all letters. */
  private boolean begins(String letters) {
    return Analyzers.INDEX
        .normalize(SearchFields.TEXT, letters)
        .utf8ToString()
        .startsWith(unfinished);
  }
}
