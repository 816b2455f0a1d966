package dev.broadsheet.words;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Text to terms: words by Unicode's rules and with the symbols that belong to them ({@link
 * CompoundFilter}), without accents, case and a possessive {@code 's}. No word is left out, so that
 * a phrase of the commonest words is found. Stems are those of Porter's second English stemmer,
 * which, unlike his first, does not make {@code new} of {@code news}, and are stemmed again as long
 * as that changes them ({@link StemCache}).
 *
 * <p>An index holds each word as written and, at the same position, its stem, so that the exact
 * form ranks above others, and the beginning of a word is found however the word is stemmed. A word
 * of several parts, such as {@code e-mail}, is there as one word and in its parts.
 */
public final class Analyzers {
  /** Changes with any change of the terms. */
  public static final int VERSION = 3;

  /** How text is indexed: words, their parts, and the stems of both. */
  public static final Analyzer INDEX = new WordAnalyzer(CompoundFilter.Form.BOTH, Stems.BESIDE);

  /** Words as written, without stems; of a word of several parts, the parts. */
  public static final Analyzer WORDS = new WordAnalyzer(CompoundFilter.Form.PARTS, Stems.NONE);

  /** How text is indexed, without the stems. */
  public static final Analyzer WRITTEN = new WordAnalyzer(CompoundFilter.Form.BOTH, Stems.NONE);

  /** Stems of words as {@link #WRITTEN} has them. */
  public static final StemCache STEM_CACHE = new StemCache();

  /** Keep a phrase from running from one text of a field into the next. */
  public static final int POSITIONS_BETWEEN_TEXTS = 100;

  private static final Analyzer WORDS_AND_STEMS =
      new WordAnalyzer(CompoundFilter.Form.PARTS, Stems.BESIDE);

  private static final Analyzer WHOLES = new WordAnalyzer(CompoundFilter.Form.WHOLE, Stems.NONE);

  private Analyzers() {}

  /** The words of a text, in order; {@code e-mail} is two, {@code C++} is one. */
  public static List<String> words(String text) {
    return terms(WORDS, text);
  }

  /** The stems of the words of a text, in order. */
  public static List<String> stems(String text) {
    return STEM_CACHE.stems(words(text));
  }

  /** The words of a text, each written as one: {@code email}, {@code covid19}, {@code #tag}. */
  public static List<String> wholes(String text) {
    return terms(WHOLES, text);
  }

  /** Hands over each word of a text, in order, with its stem. */
  public static void forEachWord(String text, BiConsumer<String, String> consumer) {
    var pieces = new TextPieces(text);
    while (pieces.next()) {
      if (pieces.isPlain()) {
        char[] letters = pieces.letters();
        String word = new String(letters, 0, pieces.length());
        char[] stem = STEM_CACHE.stem(letters, pieces.length());
        boolean same = StemCache.isWord(stem, letters, pieces.length());
        consumer.accept(word, same ? word : new String(stem));
      } else {
        forEachAnalyzed(pieces.toString(), consumer);
      }
    }
  }

  private static void forEachAnalyzed(String piece, BiConsumer<String, String> consumer) {
    String word = "";
    try (TokenStream tokens = WORDS_AND_STEMS.tokenStream(SearchFields.TEXT, piece)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (increment.getPositionIncrement() == 0) {
          consumer.accept(word, term.toString());
          word = "";
        } else {
          if (!word.isEmpty()) {
            consumer.accept(word, word);
          }
          word = term.toString();
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can't be read", e);
    }
    if (!word.isEmpty()) {
      consumer.accept(word, word);
    }
  }

  private static List<String> terms(Analyzer analyzer, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(SearchFields.TEXT, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can't be read", e);
    }
    return terms;
  }

  private enum Stems {
    NONE,
    BESIDE
  }

  private static final class WordAnalyzer extends Analyzer {
    private final CompoundFilter.Form form;
    private final Stems stems;

    WordAnalyzer(CompoundFilter.Form form, Stems stems) {
      this.form = form;
      this.stems = stems;
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
      return new SymbolCharFilter(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TokenStream parts = new CompoundFilter(new EnglishPossessiveFilter(words), form);
      TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(new ComposingFilter(parts)));
      return new TokenStreamComponents(
          words,
          switch (stems) {
            case NONE -> folded;
            case BESIDE -> new StemBesideFilter(folded, STEM_CACHE);
          });
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new ASCIIFoldingFilter(new LowerCaseFilter(new ComposingFilter(in)));
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return POSITIONS_BETWEEN_TEXTS;
    }
  }
}
