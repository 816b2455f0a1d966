package dev.broadsheet.contract;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.MarkedHtmlReader;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.fixture.SharedFiles;
import dev.broadsheet.fixture.Thorough;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine marks in the texts of its hits, and which piece of them it shows. */
public abstract class HighlightContract {
  private static final int MAX_SNIPPET = 400;
  private static final String FILLER = "Nothing else of note was said on this day in the harbour. ";

  private SearchEngine engine;

  /** An engine over these articles, each told by a file of its own. */
  protected abstract SearchEngine open(List<ArticleBuilder> articles);

  private void given(ArticleBuilder... articles) {
    engine = open(List.of(articles));
  }

  @AfterEach
  void closeEngine() {
    if (engine != null) {
      engine.close();
    }
  }

  private List<Hit> hits(String words) {
    return engine.search(new RequestBuilder().words(words).highlight().build()).hits();
  }

  private Hit.Highlight highlight(String words) {
    return hits(words).getFirst().highlight().orElseThrow();
  }

  private String title(String words) {
    return highlight(words).title();
  }

  private String excerpt(String words) {
    return highlight(words).excerpt().orElseThrow();
  }

  /** The title of an article that has this title and matches in any case, as it is marked. */
  private String marked(String title, String words) {
    given(article("1").title(title).topics("anchor"));
    return title(words);
  }

  // What is marked

  @Test
  void wordsAreMarked_andTheRestIsEscaped() {
    given(article("1").title("Walrus <b> & runs").excerpt("A running walrus."));
    Hit.Highlight highlight = highlight("walrus run");
    assertThat(highlight.title())
        .isEqualTo("<mark>Walrus</mark> &lt;b&gt; &amp; <mark>runs</mark>");
    assertThat(highlight.excerpt()).contains("A <mark>running</mark> <mark>walrus</mark>.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run          | Running runs run, runner       | <mark>Running</mark> <mark>runs</mark> <mark>run</mark>, runner
          running      | He runs, running               | He <mark>runs</mark>, <mark>running</mark>
          cafe         | Un café à Montréal             | Un <mark>café</mark> à Montréal
          montréal     | Montreal, MONTRÉAL             | <mark>Montreal</mark>, <mark>MONTRÉAL</mark>
          facebook     | Facebook's plan                | <mark>Facebook&#39;s</mark> plan
          intel*       | Intelligence by Intel, Untel   | <mark>Intelligence</mark> by <mark>Intel</mark>, Untel
          harbor       | The Harbor-side                | The <mark>Harbor</mark>-side
          c++          | C++ and C                      | <mark>C++</mark> and C
          covid19      | COVID-19 is COVID             | <mark>COVID-19</mark> is COVID
          e-mail       | Email, e-mail, mail            | <mark>Email</mark>, <mark>e-mail</mark>, mail
          sea OR lake  | A lake, a sea                  | A <mark>lake</mark>, a <mark>sea</mark>
          """)
  void wordIsMarkedInItsForms(String words, String title, String marked) {
    assertThat(marked(title, words)).isEqualTo(marked);
  }

  @Test
  void unfinishedWordIsMarkedWhole() {
    given(article("1").title("Artificial art"));
    var request = new RequestBuilder().unfinished("artif").highlight().build();
    Hit hit = engine.search(request).hits().getFirst();
    assertThat(hit.highlight().orElseThrow().title()).isEqualTo("<mark>Artificial</mark> art");
  }

  @Test
  void phraseIsMarkedOnlyWhereItsWordsStandTogether() {
    assertThat(marked("Fake accounts, not fake news or accounts", "\"fake accounts\""))
        .isEqualTo("<mark>Fake accounts</mark>, not fake news or accounts");
  }

  @Test
  void phraseOfCommonWordsIsMarked() {
    assertThat(marked("To be or not to be seen", "\"to be or\" seen"))
        .isEqualTo("<mark>To be or</mark> not to be <mark>seen</mark>");
  }

  @Test
  void commonWordIsNotMarkedBesideAnother() {
    assertThat(marked("The bank of the river", "the river"))
        .isEqualTo("The bank of the <mark>river</mark>");
  }

  @Test
  void commonWordIsMarkedWhereNothingElseIsLookedFor() {
    assertThat(marked("The bank", "the")).isEqualTo("<mark>The</mark> bank");
  }

  @Test
  void wordIsMarkedAlsoWhereAnotherMatchesElsewhere() {
    given(article("1").title("Bridge opens").provider("Harbor Ledger", "harborledger.example"));
    assertThat(title("bridge ledger")).isEqualTo("<mark>Bridge</mark> opens");
  }

  @Test
  void excludedWordIsNeverMarked() {
    given(article("1").title("Walrus seen").excerpt("A walrus."));
    assertThat(title("walrus -seal")).isEqualTo("<mark>Walrus</mark> seen");
    assertThat(title("seen -\"walrus seal\"")).isEqualTo("Walrus <mark>seen</mark>");
  }

  @Test
  void wordLimitedToAFieldIsMarkedInThatAlone() {
    given(article("1").title("Walrus seen").excerpt("A walrus, seen at sea."));
    assertThat(title("title:walrus")).isEqualTo("<mark>Walrus</mark> seen");
    assertThat(excerpt("title:walrus")).isEqualTo("A walrus, seen at sea.");
    assertThat(title("excerpt:walrus")).isEqualTo("Walrus seen");
    assertThat(excerpt("excerpt:walrus")).isEqualTo("A <mark>walrus</mark>, seen at sea.");
    assertThat(excerpt("excerpt:\"seen at\"")).isEqualTo("A walrus, <mark>seen at</mark> sea.");
  }

  @Test
  void wordLimitedToOutletOrTopicIsNotMarked() {
    given(
        article("1")
            .title("Walrus wire")
            .excerpt("Walrus wire.")
            .topics("Walrus")
            .provider("Wire", "wire.example"));
    Hit.Highlight highlight = highlight("topic:walrus provider:wire");
    assertThat(highlight.title()).isEqualTo("Walrus wire");
    assertThat(highlight.excerpt()).contains("Walrus wire.");
  }

  @Test
  void textWithoutSpacesIsMarked() {
    assertThat(marked("東京で地震がありました", "地震")).isEqualTo("東京で<mark>地震</mark>がありました");
  }

  @Test
  void nothingIsMarkedWithoutWords() {
    given(article("1").title("a < b").excerpt("c > d"));
    assertThat(highlight("")).isEqualTo(new Hit.Highlight("a &lt; b", Optional.of("c &gt; d")));
  }

  @Test
  void marksAreLeftOutWhereTheyAreNotAskedFor() {
    given(article("1").title("Walrus"));
    assertThat(engine.search(new RequestBuilder().words("walrus").build()).hits())
        .extracting(Hit::highlight)
        .containsExactly(Optional.empty());
  }

  // What is shown

  @Test
  void shortExcerptIsShownWhole() {
    String excerpt = FILLER + "A walrus was seen. " + FILLER.strip();
    given(article("1").title("News").excerpt(excerpt));
    assertThat(excerpt("walrus")).isEqualTo(excerpt.replace("walrus", "<mark>walrus</mark>"));
  }

  @Test
  void longExcerptIsCutToTheSentencesWithMostOfTheWords() {
    given(
        article("1")
            .title("News")
            .excerpt(
                "A walrus came. "
                    + FILLER.repeat(5)
                    + "The walrus slept on a ferry. "
                    + FILLER.repeat(5)
                    + "A ferry left."));
    assertThat(excerpt("walrus ferry"))
        .contains("The <mark>walrus</mark> slept on a <mark>ferry</mark>.")
        .startsWith("A <mark>walrus</mark> came. … ")
        .endsWith(" … A <mark>ferry</mark> left.");
  }

  @Test
  void longExcerptWithoutMatchIsCutBehindASentence() {
    given(article("1").title("Walrus").excerpt(FILLER.repeat(20)));
    assertThat(excerpt("walrus"))
        .startsWith(FILLER)
        .endsWith("harbour.")
        .hasSizeBetween(MAX_SNIPPET / 2, MAX_SNIPPET);
  }

  @Test
  void longSentenceIsCutBetweenWords() {
    String many = "lorem ipsum dolor sit amet ".repeat(60);
    given(article("1").title("News").excerpt(many + "the walrus slept " + many.strip() + "."));
    String excerpt = excerpt("walrus");
    assertThat(excerpt).contains(" the <mark>walrus</mark> slept lorem ");
    assertThat(excerpt).matches("…(lorem|ipsum|dolor|sit|amet) .* (lorem|ipsum|dolor|sit|amet)…");
    assertThat(MarkedHtmlReader.text(excerpt)).hasSizeBetween(MAX_SNIPPET / 2, MAX_SNIPPET);
  }

  @Test
  void bodyIsShownWhereNothingInTheExcerptMatches() {
    given(
        article("1")
            .title("News")
            .excerpt("Of the day.")
            .body(FILLER.repeat(20) + "Then a <walrus> came. " + FILLER.repeat(20)));
    assertThat(excerpt("walrus"))
        .contains("Then a &lt;<mark>walrus</mark>&gt; came.")
        .doesNotContain("Of the day");
    assertThat(MarkedHtmlReader.text(excerpt("walrus"))).hasSizeLessThanOrEqualTo(MAX_SNIPPET);
  }

  @Test
  void bodyIsShownWhereThereIsNoExcerpt() {
    given(article("1").title("News").body("A walrus came."));
    assertThat(excerpt("walrus")).isEqualTo("A <mark>walrus</mark> came.");
  }

  @Test
  void bodyIsNotShownWhereTheExcerptMatches() {
    given(article("1").title("News").excerpt("A walrus.").body("The walrus came."));
    assertThat(excerpt("walrus")).isEqualTo("A <mark>walrus</mark>.");
  }

  @Test
  void excerptIsShownWhereNothingButTheTitleMatches() {
    given(article("1").title("Walrus").excerpt("Of the day.").body("Nothing."));
    assertThat(excerpt("walrus")).isEqualTo("Of the day.");
  }

  @Test
  void nothingIsShownWhereThereIsNoExcerptAndNoMatchInTheBody() {
    given(article("1").title("Walrus").body("Nothing."));
    assertThat(highlight("walrus").excerpt()).isEmpty();
  }

  @Test
  void bodyIsMarkedByWordsLimitedToIt() {
    given(article("1").title("Walrus").excerpt("A walrus.").body("The walrus came."));
    assertThat(highlight("body:walrus"))
        .isEqualTo(new Hit.Highlight("Walrus", Optional.of("The <mark>walrus</mark> came.")));
  }

  @Test
  void articleOfAHitStaysPlainAndWithoutBody() {
    given(article("1").title("<Walrus>").excerpt("A & b").body("The walrus came."));
    Hit hit = hits("walrus").getFirst();
    assertThat(hit.article().text().title()).isEqualTo("<Walrus>");
    assertThat(hit.article().text().excerpt()).contains("A & b");
    assertThat(hit.article().text().body()).isEmpty();
  }

  // Hostile text

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)> anchor",
        "</mark><script>anchor</script>",
        "&lt;b&gt; &amp;amp; &#39; anchor",
        "\"anchor\" 'anchor' `anchor`",
        "\u202eanchor\u202c \u2066anchor \u200f\u061c",
        "anchor\u0301\u0302\u20dd an\u0301chor\u0301",
        "\ud83d\udcf0anchor\ud83d\udcf0 \ud83d\udc69\u200d\ud83d\udc69 anchor \ud835\udc1a",
        "anchor\ufe0f\u200d anchor\u00ad \ufeffanchor",
        "anchor anchor-anchor,anchor;anchor"
      })
  void hostileTitleKeepsItsTextAndIsSafe(String title) {
    assertSafe(marked(title, "anchor"), title);
  }

  @Test
  void controlCharacterIsShownAsASpace() {
    assertThat(marked("an\u0007chor \u0000anchor\u0097", "anchor"))
        .isEqualTo("an chor  <mark>anchor</mark> ");
  }

  @Test
  void markTakesInWhatIsWrittenOverItsLastLetter() {
    assertThat(marked("cafe\u0301\u0327 open", "cafe OR open"))
        .endsWith("<mark>open</mark>")
        .doesNotContainPattern("</mark>\\p{M}");
  }

  @Test
  @Thorough
  void everyNaughtyTitleKeepsItsTextAndIsSafe() throws IOException {
    List<String> strings = SharedFiles.lines("hostile/naughty-strings.txt");
    List<ArticleBuilder> articles = new ArrayList<>();
    for (String text : strings) {
      if (!text.isBlank()) {
        articles.add(
            article(String.valueOf(articles.size())).title(text).excerpt(text).topics("anchor"));
      }
    }
    engine = open(articles);
    for (ArticleBuilder expected : articles) {
      String title = expected.build().text().title();
      for (Hit hit : hits(title)) {
        Hit.Highlight highlight = hit.highlight().orElseThrow();
        assertSafe(highlight.title(), hit.article().text().title());
        if (title.length() <= MAX_SNIPPET) {
          assertSafe(highlight.excerpt().orElseThrow(), hit.article().text().title());
        }
      }
    }
  }

  private static void assertSafe(String html, String text) {
    assertThat(html).matches("(?s)(?:[^<>\"'&]|</?mark>|&(?:amp|lt|gt|quot|#39);)*");
    assertThat(html).doesNotContainPattern("</mark>[\\p{M}\\p{Cntrl}]|[\\ud800-\\udbff]</?mark>");
    assertThat(MarkedHtmlReader.text(html))
        .isEqualTo(text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f]", " "));
  }
}
