package dev.broadsheet.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/** How each field is indexed: words and stems, words alone, or the beginnings of words. */
final class FieldAnalyzer extends DelegatingAnalyzerWrapper {
  private final Analyzer beginnings = new Beginnings();

  FieldAnalyzer() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    return switch (field) {
      case Schema.WORD -> Analyzers.WORDS;
      case Schema.BEGINNING -> beginnings;
      default -> Analyzers.INDEX;
    };
  }

  private static final class Beginnings extends AnalyzerWrapper {
    Beginnings() {
      super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      return Analyzers.WRITTEN;
    }

    @Override
    protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents words) {
      return new TokenStreamComponents(
          words.getSource(), new BeginningFilter(words.getTokenStream(), Schema.MAX_BEGINNING));
    }
  }
}
