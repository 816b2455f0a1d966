package dev.broadsheet.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Text to terms: words by Unicode's rules, without accents, case and a possessive {@code 's}. No
 * word is left out, so that a phrase of the commonest words is found. Stems are those of Porter's
 * second English stemmer, which, unlike his first, does not make {@code new} of {@code news}.
 *
 * <p>An index holds each word as written and, at the same position, its stem, so that the exact
 * form ranks above others, and the beginning of a word is found however the word is stemmed.
 */
final class Analyzers {
  /** Changes with any change of the terms. */
  static final int VERSION = 1;

  /** How text is indexed: words and their stems. */
  static final Analyzer INDEX = new WordAnalyzer(Form.BOTH);

  private static final Analyzer EXACT = new WordAnalyzer(Form.WORDS);

  private static final Analyzer STEMS = new WordAnalyzer(Form.STEMS);

  private Analyzers() {}

  /** The words of a text, in order. */
  static List<String> words(String text) {
    return terms(EXACT, text);
  }

  /** The stems of the words of a text, in order. */
  static List<String> stems(String text) {
    return terms(STEMS, text);
  }

  private static List<String> terms(Analyzer analyzer, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(Schema.TEXT, text)) {
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

  private enum Form {
    WORDS,
    STEMS,
    BOTH
  }

  private static final class WordAnalyzer extends Analyzer {
    private final Form form;

    WordAnalyzer(Form form) {
      this.form = form;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TokenStream folded =
          new ASCIIFoldingFilter(
              new LowerCaseFilter(new ComposingFilter(new EnglishPossessiveFilter(words))));
      return new TokenStreamComponents(
          words,
          switch (form) {
            case WORDS -> folded;
            case STEMS -> new SnowballFilter(folded, new EnglishStemmer());
            case BOTH -> new StemBesideFilter(folded);
          });
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new ASCIIFoldingFilter(new LowerCaseFilter(new ComposingFilter(in)));
    }

    /** Keeps a phrase from running from one value of a field into the next. */
    @Override
    public int getPositionIncrementGap(String field) {
      return 100;
    }
  }
}
