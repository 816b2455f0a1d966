package dev.broadsheet.contract;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.TextQueryParser;
import dev.broadsheet.search.Wording;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine does about misspelt words and words that are still being typed. */
public abstract class TyposContract extends EngineContract {
  private List<String> found(RequestBuilder request) {
    return titles(search(request).hits());
  }

  private SearchResult typing(String text) {
    SearchRequest plain = find("").typos().build();
    return engine()
        .search(
            new SearchRequest(
                TextQueryParser.parseUnfinished(text),
                plain.filters(),
                plain.sort(),
                plain.page(),
                plain.facets(),
                plain.zone(),
                plain.options()));
  }

  /** So many articles of one title. */
  private static Stream<ArticleBuilder> many(int count, String title) {
    return IntStream.range(0, count)
        .mapToObj(i -> article(title.hashCode() + "-" + i).title(title));
  }

  // Near spellings

  @ParameterizedTest
  @CsvSource({
    "facebok, facebook",
    "faecbook, facebook",
    "facebbook, facebook",
    "fscebook, facebook",
    "caek, cake",
    "acke, cake",
    "goverment, government",
    "govenmrent, government",
    "kovernment, government",
    "zurich, zurich",
    "ZÜRCH, zurich"
  })
  void misspeltWord_findsTheOneThatIsMeant(String typed, String meant) {
    given(
        article("1").title("Facebook"),
        article("2").title("Government"),
        article("3").title("Cake"),
        article("4").title("Zürich"));
    SearchResult result = search(find(typed).typos());
    assertThat(result.total()).isEqualTo(1);
    assertThat(result.wording().corrected().orElse(meant)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cae", // too short
        "ckea", // two edits in a short word
        "vake", // another first letter
        "20199", // a number
        "covid18", // a word with a digit
        "\"cale\"", // a phrase
        "title:cale", // a limited word
        "cale*" // a prefix
      })
  void notCorrected(String typed) {
    given(article("1").title("Cake in 2019 covid19"));
    SearchResult result = search(find(typed).typos());
    assertThat(result.wording().corrected()).isEmpty();
    assertThat(result.wording().didYouMean()).isEmpty();
  }

  @Test
  void excludedWord_isNotCorrected() {
    given(article("1").title("Cake and tea"), article("2").title("Tea"));
    assertThat(search(find("tea -cale").typos()).total()).isEqualTo(2);
  }

  @Test
  void lettersAreCodePoints() {
    given(article("1").title("𐐀𐐁𐐂𐐃"));
    assertThat(search(find("𐐀𐐁𐐃𐐂").typos()).total()).isEqualTo(1);
    assertThat(search(find("𐐀𐐂𐐁").typos()).total()).isZero();
  }

  @Test
  void withoutTypos_nothingIsCorrected_butTheWordIsNamed() {
    given(article("1").title("Facebook"));
    SearchResult result = search(find("facebok"));
    assertThat(result.total()).isZero();
    assertThat(result.wording().corrected()).isEmpty();
    assertThat(result.wording().didYouMean()).hasValue("facebook");
  }

  @Test
  void exactMatchesComeBeforeCorrectedOnes_whateverTheOrder() {
    given(
        Stream.concat(
                many(60, "The government"),
                Stream.of(article("1").title("The govvernment").date("2001-01-01T00:00:00Z")))
            .toArray(ArticleBuilder[]::new));
    SearchResult result = search(find("govvernment").typos());
    assertThat(result.total()).isEqualTo(61);
    assertThat(titles(result.hits()).getFirst()).isEqualTo("The govvernment");
    assertThat(result.wording().corrected()).hasValue("government");
  }

  @Test
  void wordThatIsThereOftenEnough_isNeverCorrected() {
    given(
        Stream.concat(many(40, "The goverment"), many(60, "The government"))
            .toArray(ArticleBuilder[]::new));
    SearchResult result = search(find("goverment").typos());
    assertThat(result.total()).isEqualTo(40);
    assertThat(result.wording()).isEqualTo(Wording.AS_TYPED);
  }

  @Test
  void rightWordIsNotCorrected_thoughItIsRareAndANearOneIsNot() {
    given(
        Stream.concat(many(60, "The house"), Stream.of(article("1").title("A horse")))
            .toArray(ArticleBuilder[]::new));
    assertThat(found(find("horse").typos())).containsExactly("A horse");
  }

  @Test
  void nearSpellingThatOccursWithTheOtherWords_winsOverAMoreFrequentOne() {
    given(
        Stream.concat(many(9, "House prices"), Stream.of(article("1").title("Horse racing")))
            .toArray(ArticleBuilder[]::new));
    SearchResult result = search(find("hose racing").typos());
    assertThat(titles(result.hits()).getFirst()).isEqualTo("Horse racing");
    assertThat(result.wording().corrected()).hasValue("horse racing");
  }

  @Test
  void severalWordsAreCorrected_andTheOthersStay() {
    given(article("1").title("Artificial intelligence in medicine"));
    SearchResult result = search(find("artifical inteligence IN -tea").typos());
    assertThat(result.total()).isEqualTo(1);
    assertThat(result.wording().corrected()).hasValue("artificial intelligence IN -tea");
  }

  @Test
  void joinedWordsAreParted_andPartedOnesJoined() {
    given(article("1").title("New York"), article("2").title("Facebook"));
    SearchResult parted = search(find("newyork").typos());
    assertThat(titles(parted.hits())).containsExactly("New York");
    assertThat(parted.wording().corrected()).hasValue("new york");
    SearchResult joined = search(find("faceb ook").typos());
    assertThat(titles(joined.hits())).containsExactly("Facebook");
    assertThat(joined.wording().corrected()).hasValue("facebook");
  }

  @Test
  void correctedWordsAreNeverStems() {
    given(article("1").title("Universities"));
    assertThat(search(find("univers").typos()).wording().corrected().orElse("universities"))
        .isEqualTo("universities");
    assertThat(search(find("univrsities").typos()).wording().corrected()).hasValue("universities");
  }

  @Test
  void decisionDoesNotDependOnFilters_soCountsAgreeWithNarrowedTotals() {
    given(
        Stream.concat(
                many(20, "Facebook").map(it -> it.topics("Media")),
                Stream.of(article("1").title("Facebok").topics("Typos")))
            .toArray(ArticleBuilder[]::new));
    SearchResult all = search(find("facebok").typos().facets(FacetField.TOPIC));
    assertThat(all.facets().getFirst().values())
        .isNotEmpty()
        .allSatisfy(value ->
            assertThat(search(find("facebok").typos().any(FacetField.TOPIC, value.value())).total())
                .isEqualTo(value.count()));
  }

  @Test
  void correctedWordsAreMarked() {
    given(article("1").title("At Facebook"));
    assertThat(search(find("facebok").typos().highlight()).hits().getFirst().highlight())
        .hasValueSatisfying(it -> assertThat(it.title()).isEqualTo("At <mark>Facebook</mark>"));
  }

  @Test
  void wordsThatOnlyHiddenItemsHold_areNeverMeant() {
    givenPublishedOnly(
        article("1").title("Facebook").unpublished(),
        article("2").title("New York").unpublished(),
        article("3").title("Tea"));
    for (String typed : List.of("facebok", "faceb ook", "newyork", "facebook tae")) {
      assertThat(search(find(typed).typos()).total()).as(typed).isZero();
      assertThat(search(find(typed).typos()).wording()).as(typed).isEqualTo(Wording.AS_TYPED);
      assertThat(search(find(typed)).wording()).as(typed).isEqualTo(Wording.AS_TYPED);
      assertThat(typing(typed).wording()).as(typed).isEqualTo(Wording.AS_TYPED);
    }
  }

  @Test
  void hiddenItemsDoNotMakeAWordRight() {
    givenPublishedOnly(
        Stream.concat(
                many(40, "Facebok").map(ArticleBuilder::unpublished),
                Stream.of(article("1").title("Facebook")))
            .toArray(ArticleBuilder[]::new));
    assertThat(found(find("facebok").typos())).containsExactly("Facebook");
  }

  // Unfinished words

  @ParameterizedTest
  @ValueSource(strings = {"f", "fa", "fac", "face", "faceb", "facebo", "faceboo", "facebook"})
  void unfinishedWord_findsWhatBeginsWithIt(String typed) {
    given(article("1").title("Facebook"), article("2").title("Google"));
    assertThat(titles(typing(typed).hits())).containsExactly("Facebook");
  }

  @Test
  void unfinishedWord_findsItselfFirst_andATitleBeforeAnExcerpt() {
    given(
        article("1").title("One").excerpt("about facebook"),
        article("2").title("At facebook"),
        article("3").title("A face"));
    assertThat(titles(typing("face").hits())).containsExactly("A face", "At facebook", "One");
  }

  @Test
  void wordsBeforeTheUnfinishedOne_areWhole() {
    given(article("1").title("Face masks"), article("2").title("Facebook masks"));
    assertThat(titles(typing("face ma").hits()).getFirst()).isEqualTo("Face masks");
  }

  @Test
  void unfinishedWordIsFoundInTheBody_fromThreeLettersOn() {
    given(article("1").title("One").body("about facebook"));
    assertThat(typing("fac").total()).isEqualTo(1);
  }

  @Test
  void unfinishedWordFindsOtherFormsOfItself() {
    given(article("1").title("He runs"));
    assertThat(typing("running").total()).isEqualTo(1);
  }

  @Test
  void misspeltUnfinishedWord_findsWhatNearlyBeginsWithIt() {
    given(article("1").title("Artificial intelligence"));
    for (String typed : List.of("artifci", "atrif", "artificial inteli", "artificail")) {
      assertThat(typing(typed).total()).as(typed).isEqualTo(1);
      assertThat(typing(typed).wording().corrected()).as(typed).isPresent();
    }
  }

  @Test
  void whatManyWordsBeginWith_countsLessThanARareWordBeforeIt() {
    given(Stream.concat(many(300, "Great news"), many(2, "Zebra")).toArray(ArticleBuilder[]::new));
    for (String typed : List.of("zebra gr", "zebra great", "zebra greatl")) {
      assertThat(titles(typing(typed).hits())).as(typed).startsWith("Zebra", "Zebra");
    }
  }

  @Test
  void everyKeystrokeFinds() {
    given(article("1").title("Artificial intelligence"), article("2").title("Tea"));
    String text = "artificial intelligence";
    for (int length = 1; length <= text.length(); length++) {
      assertThat(titles(typing(text.substring(0, length)).hits()))
          .as(text.substring(0, length))
          .containsExactly("Artificial intelligence");
    }
  }
}
