package dev.broadsheet.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

final class TextPiecesTest {
  private static final long SEED = Long.getLong("test.seed", System.nanoTime());

  private static final List<String> PARTS =
      List.of(
          "a",
          "Word",
          "NEWS",
          "42",
          "7",
          "x1",
          "covid",
          "19",
          "é",
          "e\u0301",
          "ß",
          "İ",
          "東京",
          "\ud83d\udcf0",
          "नमस्ते",
          "한국",
          "\u05d0\u05d1",
          "s",
          "S",
          "t");

  private static final List<String> SIGNS =
      List.of(
          ".", ",", ";", ":", "!", "?", "(", ")", "[", "]", "\"", "'", "\u2018", "\u2019", "\u201C",
          "\u201D", "\u2013", "\u2014", "\u2026", "-", "\u2010", "+", "++", "#", "@", "&", "_", "/",
          "\u00a0", "\u200d", "\u0301", "\u00ad", "$", "%", "*", "\u3000", "\ufe0f");

  private static final List<String> SPACES = List.of(" ", " ", " ", "  ", "\n", "\t", "\r\n", "\f");

  private static List<String> pieces(String text) {
    List<String> all = new ArrayList<>();
    var pieces = new TextPieces(text);
    while (pieces.next()) {
      String part = text.substring(pieces.start(), pieces.end());
      assertThat(pieces.toString()).isEqualToIgnoringCase(part);
      all.add(pieces.isPlain() ? pieces.toString() : "?" + pieces);
    }
    return all;
  }

  @Test
  void wordsOfLettersOrOfDigits_arePlain_withoutWhatIsAroundThem() {
    assertThat(pieces("The “Big” Apple, (in 2026)... \n said: 'Yes!'"))
        .containsExactly("the", "big", "apple", "in", "2026", "said", "yes");
  }

  @Test
  void anythingElseIsOnePieceAsItStands() {
    assertThat(pieces("e-mail, U.S. Bank's C++ café x1 a_b word—word #tag"))
        .containsExactly(
            "?e-mail,", "?U.S.", "?Bank's", "?C++", "?café", "?x1", "?a_b", "?word—word", "?#tag");
  }

  @Test
  void whatIsOnlyAroundWords_isNoPiece() {
    assertThat(pieces("a — “ ” ... b …")).containsExactly("a", "b");
    assertThat(pieces("")).isEmpty();
    assertThat(pieces(" \n")).isEmpty();
    assertThat(pieces("“…”")).isEmpty();
  }

  @Test
  void aVeryLongWord_isNotPlain() {
    assertThat(pieces("x".repeat(64))).containsExactly("x".repeat(64));
    assertThat(pieces("x".repeat(65))).containsExactly("?" + "x".repeat(65));
  }

  private record Token(String term, int position, int start, int end) {}

  /** The rule that all stands on: see {@link TextPieces}. */
  @Test
  void termsOfPieces_areThoseOfTheText() {
    System.out.println("TextPiecesTest: -Dtest.seed=" + SEED);
    var random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      String text = text(random);
      for (Analyzer analyzer : List.of(Analyzers.WRITTEN, Analyzers.WORDS)) {
        assertThat(byPieces(analyzer, text)).as(text).isEqualTo(tokens(analyzer, text, 0, -1));
      }
    }
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    IntStream.range(0, 1 + random.nextInt(12))
        .forEach(i -> {
          List<String> from =
              switch (random.nextInt(5)) {
                case 0 -> SPACES;
                case 1, 2 -> SIGNS;
                default -> PARTS;
              };
          text.append(from.get(random.nextInt(from.size())));
        });
    return text.toString();
  }

  private static List<Token> byPieces(Analyzer analyzer, String text) {
    List<Token> all = new ArrayList<>();
    var pieces = new TextPieces(text);
    while (pieces.next()) {
      int last = all.isEmpty() ? -1 : all.getLast().position();
      if (pieces.isPlain()) {
        all.add(new Token(pieces.toString(), last + 1, pieces.start(), pieces.end()));
      } else {
        all.addAll(tokens(analyzer, pieces.toString(), pieces.start(), last));
      }
    }
    return all;
  }

  private static List<Token> tokens(Analyzer analyzer, String text, int from, int last) {
    List<Token> all = new ArrayList<>();
    int position = last;
    try (TokenStream tokens = analyzer.tokenStream(SearchFields.TEXT, text)) {
      var term = tokens.getAttribute(CharTermAttribute.class);
      var offset = tokens.getAttribute(OffsetAttribute.class);
      var increment = tokens.getAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        position += increment.getPositionIncrement();
        all.add(
            new Token(
                term.toString(), position, from + offset.startOffset(), from + offset.endOffset()));
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  @Test
  void documentTermsAndWords_areThoseOfTheAnalyzers() {
    String text = "The “runners” were running 5 miles, in U.S. e-mail news—Café's RUNS.";
    List<String> words = new ArrayList<>();
    Analyzers.forEachWord(text, (word, stem) -> words.add(word + "/" + stem));
    assertThat(words)
        .startsWith("the/the", "runners/runner", "were/were", "running/run", "5/5", "miles/mile")
        .endsWith("cafe/cafe", "runs/run");
    var terms = DocumentTerms.withStems();
    DocumentTerms.Span span = terms.add(text);
    List<Token> added = new ArrayList<>();
    int position = -1;
    for (int i = span.from(); i < span.to(); i++) {
      position += terms.increment(i);
      added.add(new Token(text(terms, i), position, 0, 0));
    }
    assertThat(added)
        .isEqualTo(
            tokens(Analyzers.INDEX, text, 0, -1).stream()
                .map(it -> new Token(it.term(), it.position(), 0, 0))
                .toList());
  }

  private static String text(DocumentTerms terms, int i) {
    int start = terms.start(i);
    return new String(terms.bytes(), start, terms.end(i) - start, StandardCharsets.UTF_8);
  }
}
