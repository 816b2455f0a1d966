package dev.broadsheet.words;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes words apart that are made of several, and writes what is one word in one way: {@code
 * e-mail} is {@code email}, and {@code e} and {@code mail}; {@code COVID-19} and {@code COVID19}
 * are {@code COVID19}, and {@code COVID} and {@code 19}; {@code A.I.} is {@code AI}; {@code
 * O'Reilly} is {@code OReilly}; {@code @handle} is itself, and {@code handle}; {@code C++} is only
 * itself.
 */
public final class CompoundFilter extends TokenFilter {
  /** What to make of a word of several parts. */
  public enum Form {
    /**
     * All there is: the whole, and at the positions from there the parts. What {@link #PARTS} has
     * not is flagged as {@link TermKind#BESIDE}.
     */
    BOTH,
    /** As typed, with its symbols, but in parts where the whole may be written apart too. */
    PARTS,
    /** In one word. */
    WHOLE
  }

  /** A text that is longer than that is no word. */
  private static final int MAX_WHOLE = 64;

  private static final int MAX_PARTS = 6;

  /** {@code covid19} is a word and a number, {@code mp3} and {@code h1n1} are not. */
  private static final int MIN_LETTERS_BEFORE_NUMBER = 3;

  private final Form form;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);
  private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);
  private final Queue<Piece> pending = new ArrayDeque<>();
  private AttributeSource.@Nullable State compound;

  public CompoundFilter(TokenStream words, Form form) {
    super(words);
    this.form = form;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!pending.isEmpty()) {
      restoreState(compound);
      emit(pending.remove());
      return true;
    }
    while (input.incrementToken()) {
      if (!mayBeCompound()) {
        return true;
      }
      pending.addAll(pieces(new Compound(term.toString())));
      if (!pending.isEmpty()) {
        compound = captureState();
        emit(pending.remove().first(increment.getPositionIncrement()));
        return true;
      }
    }
    return false;
  }

  private void emit(Piece piece) {
    int start = offsets.startOffset();
    // Where an earlier filter changed the length, the word's own offsets are all that is known.
    int limit = offsets.endOffset();
    term.setEmpty().append(piece.text());
    offsets.setOffset(Math.min(start + piece.start(), limit), Math.min(start + piece.end(), limit));
    increment.setPositionIncrement(piece.increment());
    length.setPositionLength(piece.length());
    flags.setFlags(piece.kind());
  }

  private boolean mayBeCompound() {
    char[] letters = term.buffer();
    boolean afterLetter = false;
    for (int i = 0; i < term.length(); i++) {
      char it = letters[i];
      if (!Character.isLetterOrDigit(it) || isSymbol(it)) {
        return true;
      }
      boolean digit = it >= '0' && it <= '9';
      if (digit && afterLetter && i >= MIN_LETTERS_BEFORE_NUMBER) {
        return true;
      }
      afterLetter = !digit;
    }
    return false;
  }

  private List<Piece> pieces(Compound compound) {
    List<Piece> parts = compound.parts;
    boolean acronym = compound.isAcronym();
    String whole = compound.whole.toString();
    boolean oneWord = acronym || (parts.size() == 1 && parts.getFirst().is(whole));
    boolean wholeCounts =
        oneWord
            || (whole.length() <= MAX_WHOLE && parts.size() <= MAX_PARTS && compound.hasLetter());
    if (!wholeCounts || parts.isEmpty()) {
      return parts;
    }
    if (oneWord || form == Form.WHOLE || (form == Form.PARTS && compound.isTypedAsOne)) {
      return List.of(new Piece(whole, 0, compound.end, 1, 1, TermKind.WORD));
    }
    return form == Form.PARTS ? parts : both(whole, compound);
  }

  private static List<Piece> both(String whole, Compound compound) {
    List<Piece> parts = compound.parts;
    int wholeKind = compound.isTypedAsOne ? TermKind.WORD : TermKind.BESIDE;
    int partKind = compound.isTypedAsOne ? TermKind.BESIDE : TermKind.WORD;
    List<Piece> both = new ArrayList<>(parts.size() + 1);
    both.add(new Piece(whole, 0, compound.end, 1, parts.size(), wholeKind));
    both.add(parts.getFirst().first(0).of(partKind));
    parts.stream().skip(1).map(part -> part.of(partKind)).forEach(both::add);
    return both;
  }

  private static boolean isSymbol(char it) {
    return it >= SymbolCharFilter.PLUS && it <= SymbolCharFilter.HYPHEN;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    pending.clear();
    compound = null;
  }

  /**
   * What a word is emitted as.
   *
   * @param text with its symbols
   * @param start within the word
   * @param end within the word
   * @param increment of the position
   * @param length in positions
   * @param kind of {@link TermKind}
   */
  private record Piece(String text, int start, int end, int increment, int length, int kind) {
    Piece first(int increment) {
      return new Piece(text, start, end, increment, length, kind);
    }

    Piece of(int otherKind) {
      return new Piece(text, start, end, increment, length, otherKind);
    }

    boolean is(String other) {
      return text.equals(other);
    }
  }

  /** A word taken apart. */
  private static final class Compound {
    private final List<Piece> parts = new ArrayList<>();
    private final StringBuilder whole = new StringBuilder();
    private final int end;

    /** Whether it has a symbol that tells it from the same word without. */
    private boolean isTypedAsOne;

    private boolean hasDot;
    private boolean hasOtherSymbol;
    private final StringBuilder part = new StringBuilder();
    private final StringBuilder symbols = new StringBuilder();
    private int partStart;
    private int letters;

    Compound(String word) {
      this.end = word.length();
      for (int i = 0; i < word.length(); i++) {
        take(word, i);
      }
      endPart(word.length());
    }

    private void take(String word, int i) {
      char it = word.charAt(i);
      switch (it) {
        case SymbolCharFilter.HYPHEN -> separate(i, "");
        case SymbolCharFilter.AND -> separate(i, "&");
        case SymbolCharFilter.AT -> {
          isTypedAsOne = true;
          separate(i, "@");
        }
        case SymbolCharFilter.PLUS -> suffix('+');
        case SymbolCharFilter.HASH -> {
          if (part.isEmpty()) {
            separate(i, "#");
          } else {
            suffix('#');
          }
        }
        // What is left out of a word: don't, O'Reilly.
        case '\'', '\u2019', '\uFF07' -> hasOtherSymbol = true;
        default -> takeOther(word, i, it);
      }
    }

    private void takeOther(String word, int i, char it) {
      if (it == ',' && isWithinNumber(word, i)) {
        return;
      }
      boolean digit = Character.isDigit(it);
      if (Character.isLetterOrDigit(it)
          || Character.isSurrogate(it)
          || Character.getType(it) == Character.NON_SPACING_MARK
          || isWithinNumber(word, i)) {
        boolean numberBegins =
            digit && letters >= MIN_LETTERS_BEFORE_NUMBER && letters == part.length();
        if (!symbols.isEmpty() || numberBegins) {
          endPart(i);
        }
        if (part.isEmpty()) {
          partStart = i;
        }
        part.append(it);
        letters += digit ? 0 : 1;
        whole.append(it);
      } else {
        hasDot |= it == '.';
        hasOtherSymbol |= it != '.';
        separateBy(i, String.valueOf(it));
      }
    }

    private static boolean isWithinNumber(String word, int i) {
      return i > 0
          && i + 1 < word.length()
          && Character.isDigit(word.charAt(i - 1))
          && Character.isDigit(word.charAt(i + 1));
    }

    private void separate(int i, String symbol) {
      hasOtherSymbol = true;
      separateBy(i, symbol);
    }

    private void separateBy(int i, String symbol) {
      endPart(i);
      whole.append(symbol);
    }

    private void suffix(char symbol) {
      hasOtherSymbol = true;
      isTypedAsOne = true;
      symbols.append(symbol);
      whole.append(symbol);
    }

    private void endPart(int at) {
      if (!part.isEmpty()) {
        // A single letter means nothing without its symbol.
        boolean needsSymbol = part.length() == 1 && letters == 1;
        String text = needsSymbol ? part.append(symbols).toString() : part.toString();
        parts.add(new Piece(text, partStart, at, 1, 1, TermKind.WORD));
      }
      part.setLength(0);
      symbols.setLength(0);
      letters = 0;
    }

    boolean hasLetter() {
      return whole.chars().anyMatch(Character::isLetter);
    }

    /** Letters with dots between: {@code A.I.}, {@code U.S.}, {@code Ph.D.} */
    boolean isAcronym() {
      boolean acronym =
          hasDot
              && !hasOtherSymbol
              && parts.stream().allMatch(piece -> piece.text().length() <= 2)
              && parts.stream().anyMatch(piece -> piece.text().length() == 1)
              && whole.chars().allMatch(it -> it == '.' || Character.isLetter(it));
      if (acronym) {
        int dot;
        while ((dot = whole.indexOf(".")) >= 0) {
          whole.deleteCharAt(dot);
        }
      }
      return acronym;
    }
  }
}
