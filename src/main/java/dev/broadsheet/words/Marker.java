package dev.broadsheet.words;

import java.io.IOException;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * Finds in a text what a query looks for, in one pass over the terms of the text, analyzed as for
 * the index. It finds what Lucene's unified highlighter finds, for a fraction of its cost, as it
 * neither indexes the text nor searches it. Safe for use by many threads.
 */
public final class Marker {
  /** Of a longer text, only so much is looked at. */
  private static final int MAX_LENGTH = 50_000;

  private final CharArrayMap<List<Use>> terms;
  private final FirstLetters firstLetters = new FirstLetters();
  private final List<WantedBeginning> beginnings = new ArrayList<>();
  private final List<WantedPattern> patterns = new ArrayList<>();
  private final List<WantedPhrase> phrases = new ArrayList<>();

  /** Finds any of these things, whatever their fields are. */
  public Marker(List<Wanted> wanted) {
    terms = new CharArrayMap<>(wanted.size(), false);
    wanted.forEach(this::add);
  }

  /** What it means that a term is met. */
  private sealed interface Use permits Alone, InPhrase {}

  /** It is to be marked. */
  private record Alone(int word) implements Use {}

  /** It is part of a phrase. */
  private record InPhrase(int phrase, int place) implements Use {}

  private void add(Wanted wanted) {
    switch (wanted) {
      case WantedWord word -> use(word.term(), new Alone(word.word()));
      case WantedBeginning beginning -> {
        beginnings.add(beginning);
        firstLetters.add(beginning.letters());
      }
      case WantedPattern pattern -> patterns.add(pattern);
      case WantedPhrase phrase -> {
        List<Set<String>> places = phrase.places();
        for (int place = 0; place < places.size(); place++) {
          for (String term : places.get(place)) {
            use(term, new InPhrase(phrases.size(), place));
          }
        }
        phrases.add(phrase);
      }
    }
  }

  private void use(String term, Use use) {
    firstLetters.add(term);
    List<Use> uses = terms.get(term);
    if (uses == null) {
      uses = new ArrayList<>(2);
      terms.put(term, uses);
    }
    uses.add(use);
  }

  /** So much of a text as is looked at. */
  public static String reach(String text) {
    return text.length() <= MAX_LENGTH
        ? text
        : text.substring(0, TextBorders.atOrBefore(text, MAX_LENGTH));
  }

  /** Whether there is nothing to be found in any text. */
  public boolean isIdle() {
    return terms.isEmpty() && beginnings.isEmpty() && patterns.isEmpty();
  }

  /** What is found, in the order of the text. */
  public List<Mark> marks(String text) throws IOException {
    return isIdle() ? List.of() : new Pass(text).run();
  }

  /** One pass over a text. */
  private final class Pass {
    private final String text;
    private final List<Mark> marks = new ArrayList<>();
    private int position = -1;
    private final List<PhraseMarks> phraseMarks;

    Pass(String text) {
      this.text = reach(text);
      // Few queries have phrases, and each hit has its texts.
      this.phraseMarks =
          phrases.isEmpty() ? List.of() : phrases.stream().map(PhraseMarks::new).toList();
    }

    List<Mark> run() throws IOException {
      readPieces();
      phraseMarks.forEach(
          phrase -> phrase.find(mark -> mark(mark.start(), mark.end(), mark.word())));
      marks.sort(Mark.IN_TEXT);
      return marks;
    }

    /** Leaves out all in which nothing is that is looked for, by the first letters of words. */
    private void readPieces() throws IOException {
      var pieces = new TextPieces(text);
      while (pieces.next()) {
        if (!pieces.isPlain()) {
          if (!phrases.isEmpty() || mayHold(pieces.start(), pieces.end())) {
            analyze(pieces.toString(), pieces.start());
          }
          continue;
        }
        position++;
        if (mayBegin(pieces.first(), pieces.second())) {
          meetWord(pieces.letters(), pieces.length(), pieces.start(), pieces.end());
        }
      }
    }

    /** Whether a word may begin within a piece as something that is looked for. */
    private boolean mayHold(int start, int end) {
      for (int i = start; i < end; i++) {
        char it = text.charAt(i);
        if (it >= 0x80 || mayBegin(Character.toLowerCase(it))) {
          return true;
        }
      }
      return false;
    }

    /** Reads a part of the text that begins at a place of it. */
    private void analyze(String part, int from) throws IOException {
      try (TokenStream tokens = Analyzers.WRITTEN.tokenStream(SearchFields.TEXT, part)) {
        CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
        OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
        PositionIncrementAttribute increment =
            tokens.addAttribute(PositionIncrementAttribute.class);
        tokens.reset();
        while (tokens.incrementToken()) {
          position += increment.getPositionIncrement();
          meetWord(
              term.buffer(), term.length(), from + offset.startOffset(), from + offset.endOffset());
        }
        tokens.end();
      }
    }

    /** Most words are none that is looked for by their first letters, and need no stem. */
    private void meetWord(char[] word, int length, int start, int end) {
      meet(word, length, start, end);
      if (length == 0 || !mayBegin(word[0], length > 1 ? word[1] : FirstLetters.NONE)) {
        return;
      }
      char[] stem = Analyzers.STEM_CACHE.stem(word, length);
      if (!StemCache.isWord(stem, word, length)) {
        meet(stem, stem.length, start, end);
      }
    }

    private void meet(char[] term, int length, int start, int end) {
      List<Use> uses = terms.get(term, 0, length);
      if (uses != null) {
        for (Use use : uses) {
          switch (use) {
            case Alone(int word) -> mark(start, end, word);
            case InPhrase(int phrase, int place) ->
                phraseMarks.get(phrase).add(place, position, start, end);
          }
        }
      }
      for (WantedBeginning beginning : beginnings) {
        if (begins(term, length, beginning.letters())) {
          mark(start, end, beginning.word());
        }
      }
      if (!patterns.isEmpty()) {
        meetPattern(new BytesRef(CharBuffer.wrap(term, 0, length)), start, end);
      }
    }

    private void meetPattern(BytesRef term, int start, int end) {
      for (WantedPattern pattern : patterns) {
        if (pattern.automaton().run(term.bytes, term.offset, term.length)) {
          mark(start, end, pattern.word());
        }
      }
    }

    private void mark(int start, int end, int word) {
      if (start < end) {
        marks.add(
            new Mark(TextBorders.atOrBefore(text, start), TextBorders.atOrAfter(text, end), word));
      }
    }
  }

  /** Whether something that is looked for may begin with a letter; a pattern may with any. */
  private boolean mayBegin(char letter) {
    return !patterns.isEmpty() || firstLetters.mayBegin(letter);
  }

  /** The same of a word, which may also have what is looked for as its stem. */
  private boolean mayBegin(char first, char second) {
    return !patterns.isEmpty() || firstLetters.mayBegin(first, second);
  }

  private static boolean begins(char[] term, int length, String letters) {
    if (length < letters.length()) {
      return false;
    }
    for (int i = 0; i < letters.length(); i++) {
      if (term[i] != letters.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
