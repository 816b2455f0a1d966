package dev.broadsheet.contract;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static dev.broadsheet.fixture.ArticleBuilder.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.SuggestRequest;
import dev.broadsheet.search.Suggestion;
import dev.broadsheet.search.Suggestion.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine suggests while a visitor types. */
public abstract class SuggestContract extends EngineContract {
  private static final int SIZE = 20;

  private List<Suggestion> suggest(String text, Filter... filters) {
    return engine().suggest(new SuggestRequest(text, List.of(filters), SIZE)).suggestions();
  }

  private List<String> texts(Kind kind, String text, Filter... filters) {
    return suggest(text, filters).stream()
        .filter(suggestion -> suggestion.kind() == kind)
        .map(Suggestion::text)
        .toList();
  }

  private Suggestion first(Kind kind, String text) {
    return suggest(text).stream()
        .filter(suggestion -> suggestion.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static Filter only(FacetField field, String value) {
    return new Filter.Values(field, List.of(value), List.of());
  }

  private void givenSomeNews() {
    given(
        article("1").title("Artificial intelligence at work").topics("AI", "Work"),
        article("2").title("What artificial intelligence can't do").topics("AI"),
        article("3").title("Artificial intelligence, explained").topics("AI"),
        article("4")
            .title("Artists at the harbour")
            .topics("Arts")
            .provider("Art Weekly", "a.example"),
        article("5").title("An artist paints").topics("Arts").provider("Art Weekly", "a.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "!?", "\"", "-", "*"})
  void nothingTyped_nothingSuggested(String text) {
    givenSomeNews();
    assertThat(suggest(text)).isEmpty();
  }

  @Test
  void phrasesOfTitlesCompleteWhatWasTyped() {
    givenSomeNews();
    assertThat(texts(Kind.QUERY, "arti")).contains("Artificial intelligence");
    assertThat(texts(Kind.QUERY, "artificial i")).containsExactly("Artificial intelligence");
    assertThat(texts(Kind.QUERY, "artificial ")).contains("Artificial intelligence");
  }

  @Test
  void everyKeystrokeLeadsToThePhrase() {
    givenSomeNews();
    String text = "artificial intelligence";
    for (int length = 3; length <= text.length(); length++) {
      assertThat(texts(Kind.QUERY, text.substring(0, length)))
          .as(text.substring(0, length))
          .contains("Artificial intelligence");
    }
  }

  @Test
  void phraseEndsAtNoWordThatSaysNothingByItself() {
    givenSomeNews();
    assertThat(texts(Kind.QUERY, "artist"))
        .isNotEmpty()
        .noneMatch(text -> text.endsWith(" at") || text.endsWith(" the"));
  }

  @Test
  void topicsOutletsAndTitlesAreSuggestedToo() {
    givenSomeNews();
    assertThat(texts(Kind.TOPIC, "art")).containsExactly("Arts");
    assertThat(texts(Kind.PROVIDER, "art")).containsExactly("Art Weekly");
    assertThat(first(Kind.PROVIDER, "week").value()).hasValue("a.example");
    assertThat(texts(Kind.TITLE, "harb")).containsExactly("Artists at the harbour");
    assertThat(first(Kind.TITLE, "harb").article()).hasValue(idOf("4"));
  }

  @Test
  void topicsAreFoundByAnyOfTheirWords() {
    given(article("1").title("One").topics("Climate Change"));
    assertThat(texts(Kind.TOPIC, "cha")).containsExactly("Climate Change");
    assertThat(texts(Kind.TOPIC, "climate c")).containsExactly("Climate Change");
    assertThat(texts(Kind.TOPIC, "climate x")).isEmpty();
  }

  @Test
  void countsAreWhatASearchFinds_ofQueriesWithAllTheirWords() {
    givenSomeNews();
    for (String typed : List.of("a", "ar", "art", "artificial int", "artist", "w", "harbour")) {
      for (Suggestion suggestion : suggest(typed)) {
        if (suggestion.kind() == Kind.QUERY && isRelaxed(suggestion)) {
          continue;
        }
        long total =
            switch (suggestion.kind()) {
              case QUERY -> search(find(suggestion.text()).typos()).total();
              case TOPIC -> search(find("").any(FacetField.TOPIC, value(suggestion))).total();
              case PROVIDER -> search(find("").any(FacetField.PROVIDER, value(suggestion))).total();
              case TITLE -> 1;
            };
        assertThat(suggestion.count()).as(suggestion.toString()).isEqualTo(total).isPositive();
      }
    }
  }

  private boolean isRelaxed(Suggestion suggestion) {
    return search(find(suggestion.text()).typos()).wording().relaxed();
  }

  @Test
  void itemsThatLackAWordDontCount() {
    given(
        article("1").title("Artificial heart"),
        article("2").title("Artificial heart valve"),
        article("3").title("Artificial grass"));
    assertThat(suggest("artificial he"))
        .filteredOn(suggestion ->
            suggestion.kind() == Kind.QUERY
                && suggestion.text().equalsIgnoreCase("artificial heart"))
        .extracting(Suggestion::count)
        .containsExactly(2L);
  }

  private static String value(Suggestion suggestion) {
    return suggestion.value().orElseThrow();
  }

  @Test
  void moreCoveredOnesComeFirst() {
    given(
        article("1").title("Face masks"),
        article("2").title("More face masks"),
        article("3").title("Which face masks?"),
        article("4").title("Face paint"));
    assertThat(texts(Kind.QUERY, "face ")).startsWith("face masks", "Face paint");
  }

  @Test
  void whatWasTypedIsMarked_andAllElseEscaped() {
    given(article("1").title("AT&T <b> café's <i>").topics("Cafés & bars"));
    assertThat(first(Kind.TITLE, "caf").highlight())
        .isEqualTo("AT&amp;T &lt;b&gt; <mark>caf</mark>é&#39;s &lt;i&gt;");
    assertThat(first(Kind.TITLE, "cafe").highlight()).contains("<mark>café</mark>&#39;s");
    assertThat(first(Kind.TOPIC, "cafés b").highlight())
        .isEqualTo("<mark>Cafés</mark> &amp; <mark>b</mark>ars");
  }

  @Test
  void filtersHold() {
    givenSomeNews();
    assertThat(texts(Kind.QUERY, "art", only(FacetField.TOPIC, "AI")))
        .contains("Artificial intelligence")
        .noneMatch(text -> text.toLowerCase(java.util.Locale.ROOT).startsWith("artist"));
    assertThat(texts(Kind.TOPIC, "art", only(FacetField.TOPIC, "AI"))).isEmpty();
    assertThat(texts(Kind.PROVIDER, "art", only(FacetField.TOPIC, "AI"))).isEmpty();
    assertThat(texts(Kind.TITLE, "artist", only(FacetField.TOPIC, "AI"))).isEmpty();
  }

  @Test
  void misspeltOnesAreCompletedAsMeant() {
    givenSomeNews();
    assertThat(texts(Kind.QUERY, "artifical int")).contains("Artificial intelligence");
    assertThat(texts(Kind.QUERY, "artifci")).contains("Artificial intelligence");
    assertThat(first(Kind.QUERY, "artifical int").highlight())
        .isEqualTo("<mark>Artificial</mark> <mark>int</mark>elligence");
  }

  @Test
  void noTwoOfAKindHaveTheSameWords() {
    given(
        article("1").title("Café society").topics("Café"),
        article("2").title("CAFE SOCIETY").topics("cafe"),
        article("3").title("Cafe society!").topics("CAFÉ"));
    List<Suggestion> suggestions = suggest("caf");
    assertThat(suggestions.stream().filter(it -> it.kind() == Kind.TITLE)).hasSize(1);
    assertThat(suggestions.stream().filter(it -> it.kind() == Kind.QUERY)).hasSize(1);
    assertThat(suggestions.stream().filter(it -> it.kind() == Kind.TOPIC)).hasSize(1);
  }

  @Test
  void queriesAreWrittenAsMostOftenInTitles() {
    given(
        article("1").title("See NASA today"),
        article("2").title("With NASA there"),
        article("3").title("nasa NEWS"));
    assertThat(texts(Kind.QUERY, "nas")).contains("NASA");
  }

  @Test
  void moreThanHalfAreQueries_onlyWhereThereIsNothingElse() {
    given(
        IntStream.range(0, 30)
            .mapToObj(i -> article("" + i).title("Harbour no. " + i).topics("Harbour " + i))
            .toArray(ArticleBuilder[]::new));
    List<Suggestion> suggestions =
        engine().suggest(new SuggestRequest("harb", List.of(), 10)).suggestions();
    assertThat(suggestions).hasSize(10);
    assertThat(suggestions.stream().filter(it -> it.kind() == Kind.QUERY).count())
        .isBetween(1L, 5L);
    assertThat(suggestions).extracting(Suggestion::kind).isSorted();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void noMoreThanAskedFor(int size) {
    givenSomeNews();
    assertThat(engine().suggest(new SuggestRequest("art", List.of(), size)).suggestions())
        .hasSize(size);
  }

  @Test
  void hiddenItemsContributeNothing() {
    givenPublishedOnly(
        article("1").title("Harbour plans").topics("Ports").provider("Ledger", "l.example"),
        article("2")
            .title("Harbour secret deal")
            .topics("Ports", "Harbour secrets")
            .provider("Harbour Secret Ledger", "l.example")
            .unpublished(),
        article("3")
            .title("Harbour secret deal signed")
            .topics("Ports")
            .provider("Harbour Secret Ledger", "l.example")
            .unpublished());
    for (String typed : List.of("h", "harb", "harbour s", "secret", "harbor", "led", "por")) {
      assertThat(suggest(typed))
          .as(typed)
          .allSatisfy(suggestion -> {
            assertThat(suggestion.text()).doesNotContainIgnoringCase("secret");
            assertThat(suggestion.count()).isEqualTo(1);
          });
    }
    assertThat(texts(Kind.TITLE, "harb")).containsExactly("Harbour plans");
    assertThat(texts(Kind.PROVIDER, "led")).containsExactly("Ledger");
    assertThat(suggest("secret")).isEmpty();
  }

  @Test
  void otherScriptsAreCompletedToo() {
    given(article("1").title("Москва и Киев"), article("2").title("東京の天気"));
    assertThat(texts(Kind.QUERY, "моск")).contains("Москва");
    assertThat(texts(Kind.TITLE, "東京")).containsExactly("東京の天気");
  }

  @Test
  void sameIndex_sameSuggestions() {
    givenSomeNews();
    assertThat(suggest("art")).isEqualTo(suggest("art"));
  }
}
