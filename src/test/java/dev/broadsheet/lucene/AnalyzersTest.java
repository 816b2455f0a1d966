package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.words.Analyzers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

final class AnalyzersTest {
  /** The terms of the index as {@code increment:term[where it is in the text]}. */
  private static List<String> indexed(String text) throws IOException {
    List<String> terms = new ArrayList<>();
    try (TokenStream tokens = Analyzers.INDEX.tokenStream(Schema.TEXT, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offsets = tokens.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.add(
            increment.getPositionIncrement()
                + ":"
                + term
                + "["
                + text.substring(offsets.startOffset(), offsets.endOffset())
                + "]");
      }
      tokens.end();
    }
    return terms;
  }

  @Test
  void possessiveCaseAndAccentsGo_andNoWordIsLeftOut() {
    assertThat(Analyzers.words("The Bank’s Río AND river's the banks' James’s"))
        .containsExactly("the", "bank", "rio", "and", "river", "the", "banks", "james");
  }

  @Test
  void letterAndAccentOfItsOwnAreOneCharacter() {
    assertThat(Analyzers.words("E\u0301conomie Е\u0308лка"))
        .containsExactly("economie", Analyzers.words("Ёлка").getFirst());
  }

  @Test
  void stemsAreThoseOfEnglish_andNewsIsNotNew() {
    assertThat(Analyzers.stems("running runs news new"))
        .containsExactly("run", "run", "news", "new");
  }

  @Test
  void symbolsBelongToTheirWords() {
    assertThat(Analyzers.words("C++ and C#, F# or Disney+ on @handle_x"))
        .containsExactly("c++", "and", "c#", "f#", "or", "disney+", "on", "@handle_x");
    assertThat(Analyzers.wholes("AT&T #MeToo @handle 3M"))
        .containsExactly("at&t", "#metoo", "@handle", "3m");
  }

  @Test
  void symbolsThatBelongToNoWordGo() {
    assertThat(Analyzers.words("a + b, 1+1 # & @ -- C+++ foo@bar R & D"))
        .containsExactly("a", "b", "1", "1", "c", "foo", "bar", "r", "d");
  }

  @Test
  void compoundsAreInTheIndexWholeAndInParts() throws IOException {
    assertThat(indexed("e-mail")).containsExactly("1:email[e-mail]", "0:e[e]", "1:mail[mail]");
    assertThat(indexed("COVID-19"))
        .containsExactly("1:covid19[COVID-19]", "0:covid[COVID]", "1:19[19]");
    assertThat(indexed("covid19"))
        .containsExactly("1:covid19[covid19]", "0:covid[covid]", "1:19[19]");
    assertThat(indexed("say @handle"))
        .containsExactly(
            "1:say[say]",
            "1:@handle[@handle]",
            "0:@handl[@handle]",
            "0:handle[handle]",
            "0:handl[handle]");
    assertThat(indexed("C++ 3M")).containsExactly("1:c++[C++]", "1:3m[3M]");
  }

  @Test
  void acronymsAreOneWord_withDotsAndWithout() {
    assertThat(Analyzers.words("A.I. in the U.S. and the U.S.-led A.I")).contains("ai", "us");
    assertThat(Analyzers.wholes("Ph.D. e.g. J.K. Rowling"))
        .containsExactly("phd", "eg", "jk", "rowling");
  }

  @Test
  void apostrophesWithinAWordGo_whicheverTheyAre() {
    assertThat(Analyzers.words("O'Reilly O’Reilly don't"))
        .containsExactly("oreilly", "oreilly", "dont");
  }

  @Test
  void numbersKeepTheirDots_andLoseTheirCommas() {
    assertThat(Analyzers.wholes("3.5 1,000 2019-20 1-0"))
        .containsExactly("3.5", "1000", "2019", "20", "1", "0");
  }

  @Test
  void otherScriptsAreSplitAsUnicodeHasIt() {
    assertThat(Analyzers.words("東京-大阪 서울-부산 Москва-река"))
        .containsExactly("東", "京", "大", "阪", "서울", "부산", "москва", "река");
  }

  @Test
  void textOfAnyLengthIsReadToItsEnd() {
    String chain = "a-b".repeat(5000) + " c++ ".repeat(5000) + "end";
    assertThat(Analyzers.words(chain)).endsWith("c++", "end");
  }
}
