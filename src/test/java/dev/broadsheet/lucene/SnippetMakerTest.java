package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.MarkedHtmlReader;
import dev.broadsheet.words.Marker;
import dev.broadsheet.words.SnippetMaker;
import dev.broadsheet.words.Wanted;
import dev.broadsheet.words.WantedPhrase;
import dev.broadsheet.words.WantedWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SnippetMakerTest {
  private static final String FILLER =
      "On this day nothing else of any note was said or seen by anybody in the old harbour. ";

  /** The snippet of a text in which these words are marked. */
  private static String snippet(String text, String... words) throws IOException {
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      wanted.add(new WantedWord(Schema.TEXT, i, words[i]));
    }
    return SnippetMaker.snippet(text, new Marker(wanted).marks(text));
  }

  @Test
  void wordsThatAreNotShownYet_comeBeforeMoreOfTheSame() throws IOException {
    String text =
        "Walrus and ferry. "
            + FILLER
            + "Walrus and ferry again. "
            + FILLER.repeat(4)
            + "A lighthouse.";
    assertThat(snippet(text, "walrus", "ferry", "lighthouse"))
        .startsWith("<mark>Walrus</mark> and <mark>ferry</mark>. ")
        .endsWith(" … A <mark>lighthouse</mark>.");
  }

  @Test
  void ofTwoSentences_theOneWithTheRarerWordIsShown() throws IOException {
    String often = "The walrus slept " + "for a long time ".repeat(14) + "there. ";
    String rarely = "The ferry slept " + "for a long time ".repeat(14) + "there. ";
    assertThat(snippet(often.repeat(3) + rarely + often, "walrus", "ferry"))
        .startsWith("The <mark>ferry</mark> slept");
  }

  @Test
  void shortSentence_isShownWithWhatStandsBesideIt() throws IOException {
    String text = FILLER.repeat(4) + "A walrus came. It left. " + FILLER.repeat(4);
    assertThat(snippet(text, "walrus")).startsWith("A <mark>walrus</mark> came. It left. On this");
  }

  @Test
  void markThatRunsOverTheEndOfASentence_isNotCut() throws IOException {
    String text = FILLER.repeat(4) + "He went to Plan C! Senate rules are odd. " + FILLER.repeat(4);
    var phrase =
        new WantedPhrase(Schema.TEXT, 0, List.of(Set.of("c"), Set.of("senate")), List.of(0, 1), 0);
    String snippet = SnippetMaker.snippet(text, new Marker(List.of(phrase)).marks(text));
    assertThat(snippet).contains("Plan <mark>C! Senate</mark> rules are odd.");
  }

  @Test
  void longSentence_isCutWhereMostWordsAre() throws IOException {
    String many = "lorem ipsum ".repeat(60);
    String text = many + "walrus " + many + "walrus ferry lighthouse " + many;
    assertThat(snippet(text, "walrus", "ferry", "lighthouse"))
        .contains("<mark>walrus</mark> <mark>ferry</mark> <mark>lighthouse</mark>");
  }

  @Test
  void textWithoutSpaces_isCutBetweenCharacters() throws IOException {
    String faces = "\ud83d\ude00".repeat(401);
    String snippet = snippet("a" + faces + "東" + faces, "東");
    assertThat(snippet)
        .contains("<mark>東</mark>")
        .matches("…(?:\ud83d\ude00)+<mark>東</mark>(?:\ud83d\ude00)+…");
  }

  @Test
  void emptyAndBlankTexts_areShownAsTheyAre() throws IOException {
    assertThat(snippet("")).isEmpty();
    assertThat(snippet(" ".repeat(500))).isEmpty();
  }

  @Test
  void anySnippet_isAtMostAsLongAsItMayBe_andOfPiecesOfTheText() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println("SnippetMakerTest: -Dtest.seed=" + seed);
    var random = new Random(seed);
    List<String> parts =
        List.of(
            "walrus", "ferry", "lorem", "ipsum", ". ", "! ", " ", " ", " ", ", ", "東京", "。",
            "e\u0301");
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder();
      int size = random.nextInt(400);
      for (int j = 0; j < size; j++) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      String snippet = MarkedHtmlReader.text(snippet(text.toString(), "walrus", "ferry", "東"));
      if (text.length() > SnippetMaker.MAX_LENGTH) {
        assertThat(snippet.length())
            .as("%s of %s", snippet, text)
            .isBetween(1, SnippetMaker.MAX_LENGTH);
      }
      for (String piece : snippet.split("…", -1)) {
        assertThat(text.toString()).as("seed %d", seed).contains(piece.strip());
      }
    }
  }
}
