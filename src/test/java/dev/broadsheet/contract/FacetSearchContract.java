package dev.broadsheet.contract;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.FacetSearchRequest;
import dev.broadsheet.search.Filter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found within the values of a facet. */
public abstract class FacetSearchContract extends EngineContract {
  private List<String> found(FacetField field, String text, Filter... filters) {
    return found(field, text, 10, filters);
  }

  private List<String> found(FacetField field, String text, int size, Filter... filters) {
    return engine()
        .searchFacet(new FacetSearchRequest(field, text, List.of(filters), size))
        .counts()
        .values()
        .stream()
        .map(FacetSearchContract::shown)
        .toList();
  }

  private static String shown(FacetCounts.Value value) {
    return value.value() + " " + value.count() + (value.selected() ? " selected" : "");
  }

  private static Filter any(FacetField field, String... values) {
    return new Filter.Values(field, List.of(values), List.of());
  }

  @Test
  void valueIsFoundByTheBeginningOfAnyOfItsWords() {
    given(article("1").topics("Google", "FOX Gold", "Logos", "Forgo"));
    assertThat(found(FacetField.TOPIC, "go")).containsExactly("FOX Gold 1", "Google 1");
  }

  @ParameterizedTest
  @CsvSource({
    "c++, C++",
    "c+, C++",
    "elite, Élite Sport",
    "SPORT él, Élite Sport",
    "e\u0301lite s, Élite Sport",
    "a.i, A.I. Ethics",
    "eth, A.I. Ethics",
    "19, COVID-19",
    "covid-1, COVID-19",
    "北, 北京",
  })
  void valueIsFoundWhateverItsCaseAccentsAndSigns(String text, String value) {
    given(article("1").topics("C++", "Cloud", "Élite Sport", "A.I. Ethics", "COVID-19", "北京"));
    assertThat(found(FacetField.TOPIC, text)).containsExactly(value + " 1");
  }

  @Test
  void allWordsHaveToBeThere_theLastMayBeUnfinished() {
    given(article("1").topics("Machine Learning", "Machines Learn", "Learning"));
    assertThat(found(FacetField.TOPIC, "machine lea")).containsExactly("Machine Learning 1");
    assertThat(found(FacetField.TOPIC, "learning mach")).containsExactly("Machine Learning 1");
  }

  @Test
  void providerIsFoundByNameAndByDomain() {
    given(article("1").provider("Harbor Ledger", "hl.example"));
    assertThat(found(FacetField.PROVIDER, "led")).containsExactly("hl.example 1");
    assertThat(found(FacetField.PROVIDER, "hl.e")).containsExactly("hl.example 1");
    FacetCounts.Value value =
        engine()
            .searchFacet(new FacetSearchRequest(FacetField.PROVIDER, "led", List.of(), 1))
            .counts()
            .values()
            .getFirst();
    assertThat(value.label()).isEqualTo(Optional.of("Harbor Ledger"));
  }

  @Test
  void noTextFindsAllValues_mostFrequentFirst() {
    given(article("1").topics("B", "C"), article("2").topics("A", "C"));
    assertThat(found(FacetField.TOPIC, " ")).containsExactly("C 2", "A 1", "B 1");
    assertThat(found(FacetField.TOPIC, "", 2)).containsExactly("C 2", "A 1");
  }

  @Test
  void countsAreThoseUnderTheFilters_butNotUnderThatOnTheFieldItself() {
    given(
        article("1").topics("Gold").type("video"),
        article("2").topics("Golf").type("video"),
        article("3").topics("Gold").type("article"));
    assertThat(
            found(
                FacetField.TOPIC,
                "go",
                any(FacetField.TYPE, "video"),
                any(FacetField.TOPIC, "golf")))
        .containsExactly("Gold 1", "Golf 1 selected");
  }

  @Test
  void valuesThatNothingHoldsAreLeftOut_unlessTheyAreSelected() {
    given(article("1").topics("Gold").type("video"), article("2").topics("Golf").type("article"));
    assertThat(found(FacetField.TOPIC, "gol", any(FacetField.TYPE, "video")))
        .containsExactly("Gold 1");
    assertThat(
            found(
                FacetField.TOPIC,
                "gol",
                any(FacetField.TYPE, "video"),
                any(FacetField.TOPIC, "Golf", "Golem", "Silver")))
        .containsExactly("Gold 1", "Golf 0 selected", "Golem 0 selected");
  }

  @Test
  void hiddenItemsAreNotCounted() {
    givenPublishedOnly(
        article("1").topics("Gold"),
        article("2").topics("Gold").unpublished(),
        article("3").topics("Golf").unpublished());
    assertThat(found(FacetField.TOPIC, "go")).containsExactly("Gold 1");
  }
}
