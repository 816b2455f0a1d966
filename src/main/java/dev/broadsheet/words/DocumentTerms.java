package dev.broadsheet.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.UnicodeUtil;

/**
 * The terms of a document's texts, each text analysed once, however many fields hold it. Used again
 * for the next document; not safe for use by many threads.
 */
public final class DocumentTerms {
  private byte[] bytes = new byte[4096];
  private int[] ends = new int[512];
  private int[] increments = new int[512];
  private byte[] kinds = new byte[512];
  private final boolean withStems;
  private int size;

  private DocumentTerms(boolean withStems) {
    this.withStems = withStems;
  }

  /** All terms, as {@link Analyzers#INDEX} has them. */
  public static DocumentTerms withStems() {
    return new DocumentTerms(true);
  }

  /** All terms but the stems, as {@link Analyzers#WRITTEN} has them. */
  public static DocumentTerms withoutStems() {
    return new DocumentTerms(false);
  }

  /** The terms of one text: those from one number to, and not with, another. */
  public record Span(int from, int to) {
    /** Whether the text has no terms. */
    public boolean isEmpty() {
      return from == to;
    }
  }

  public void clear() {
    size = 0;
  }

  /** Analyses a text. */
  public Span add(String text) {
    int from = size;
    var pieces = new TextPieces(text);
    while (pieces.next()) {
      if (pieces.isPlain()) {
        addPlain(pieces.letters(), pieces.length());
      } else {
        analyze(pieces.toString());
      }
    }
    return new Span(from, size);
  }

  /** As {@link StemBesideFilter} has it. */
  private void addPlain(char[] word, int length) {
    add(word, length, 1, TermKind.WORD);
    if (!withStems) {
      return;
    }
    char[] stem = Analyzers.STEM_CACHE.stem(word, length);
    if (!StemCache.isWord(stem, word, length)) {
      add(stem, stem.length, 0, TermKind.STEM);
    }
  }

  private void analyze(String piece) {
    Analyzer analyzer = withStems ? Analyzers.INDEX : Analyzers.WRITTEN;
    try (TokenStream tokens = analyzer.tokenStream(SearchFields.TEXT, piece)) {
      var term = tokens.getAttribute(CharTermAttribute.class);
      var increment = tokens.getAttribute(PositionIncrementAttribute.class);
      var flags = tokens.getAttribute(FlagsAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        add(term.buffer(), term.length(), increment.getPositionIncrement(), flags.getFlags());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can't be read", e);
    }
  }

  private void add(char[] letters, int length, int increment, int kind) {
    if (size == ends.length) {
      ends = ArrayUtil.grow(ends, size + 1);
      increments = ArrayUtil.growExact(increments, ends.length);
      kinds = ArrayUtil.growExact(kinds, ends.length);
    }
    int start = start(size);
    bytes = ArrayUtil.grow(bytes, start + UnicodeUtil.maxUTF8Length(length));
    ends[size] = encode(letters, length, start);
    increments[size] = increment;
    kinds[size] = (byte) kind;
    size++;
  }

  private int encode(char[] letters, int length, int start) {
    for (int i = 0; i < length; i++) {
      if (letters[i] >= 0x80) {
        return UnicodeUtil.UTF16toUTF8(CharBuffer.wrap(letters), 0, length, bytes, start);
      }
      bytes[start + i] = (byte) letters[i];
    }
    return start + length;
  }

  /** How many positions a text takes, which are as many as it has words. */
  public int positions(Span text) {
    int positions = 0;
    for (int i = text.from(); i < text.to(); i++) {
      positions += increments[i] > 0 ? 1 : 0;
    }
    return positions;
  }

  /** Holds all terms, in UTF-8; another array after a text was added. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where a term begins. */
  public int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  /** Where a term ends. */
  public int end(int number) {
    return ends[number];
  }

  /** How many positions a term is after the one before it. */
  public int increment(int number) {
    return increments[number];
  }

  /** What a term is, of {@link TermKind}. */
  public int kind(int number) {
    return kinds[number];
  }
}
