package dev.broadsheet.contract;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static dev.broadsheet.fixture.ArticleBuilder.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine answers. Each has a subclass that says how to open it over some articles. */
public abstract class SearchEngineContract {
  private static final String DAY = "2024-05-01T12:00:00Z";

  private SearchEngine engine;

  /** An engine over these articles, each told by a file of its own. */
  protected abstract SearchEngine open(List<ArticleBuilder> articles);

  /** The same, with all that is not published hidden. */
  protected abstract SearchEngine openPublishedOnly(List<ArticleBuilder> articles);

  private void given(ArticleBuilder... articles) {
    engine = open(List.of(articles));
  }

  @AfterEach
  void closeEngine() {
    if (engine != null) {
      engine.close();
    }
  }

  private static RequestBuilder find(String words) {
    return new RequestBuilder().words(words);
  }

  private SearchResult search(RequestBuilder request) {
    return engine.search(request.build());
  }

  private List<String> titles(RequestBuilder request) {
    return search(request).hits().stream().map(hit -> hit.article().text().title()).toList();
  }

  private List<String> counted(RequestBuilder request, FacetField field) {
    return counted(search(request), field);
  }

  private static List<String> counted(SearchResult result, FacetField field) {
    return result.facets().stream()
        .filter(facet -> facet.field() == field)
        .flatMap(facet -> facet.values().stream())
        .map(SearchEngineContract::shown)
        .toList();
  }

  private static String shown(FacetCounts.Value value) {
    return value.value() + " " + value.count() + (value.selected() ? " selected" : "");
  }

  // Words

  @Test
  void whatHasEveryWordComesFirst_andWhereThatIsLittleTheRestFollows() {
    given(
        article("1").title("Harbour harbour harbour").quality(190),
        article("2").title("Harbour bridge opens").quality(1),
        article("3").title("Ferry sinks"));
    SearchResult result = search(find("harbour bridge"));
    assertThat(result.hits())
        .extracting(hit -> hit.article().id())
        .containsExactly(idOf("2"), idOf("1"));
    assertThat(result.wording().relaxed()).isTrue();
  }

  @Test
  void everyWordHasToMatch_whereThatFindsAPage() {
    given(
        Stream.concat(
                Stream.of(article("0").title("Harbour flooded")),
                IntStream.rangeClosed(1, 10)
                    .mapToObj(i -> article("b" + i).title("Harbour bridge opens")))
            .toArray(ArticleBuilder[]::new));
    SearchResult result = search(find("harbour bridge"));
    assertThat(result.total()).isEqualTo(10);
    assertThat(result.wording().relaxed()).isFalse();
  }

  @Test
  void answerIsNotRelaxed_whereNoItemLacksAWord() {
    given(article("1").title("Harbour bridge opens"), article("2").title("Ferry sinks"));
    SearchResult result = search(find("harbour bridge"));
    assertThat(result.total()).isEqualTo(1);
    assertThat(result.wording().relaxed()).isFalse();
  }

  @Test
  void relaxedTotalsAreNarrowedByFilters_asTheFacetsSay() {
    given(
        article("1").title("Harbour bridge").type("video"),
        article("2").title("Harbour").type("article"),
        article("3").title("Bridge").type("video"),
        article("4").title("Ferry").type("video"));
    assertThat(counted(find("harbour bridge").facets(FacetField.TYPE), FacetField.TYPE))
        .containsExactly("video 2", "article 1");
    assertThat(search(find("harbour bridge").any(FacetField.TYPE, "video")).total()).isEqualTo(2);
    assertThat(search(find("harbour bridge").any(FacetField.TYPE, "article")).total()).isEqualTo(1);
  }

  @Test
  void phraseFieldAndExclusionHoldInARelaxedSearchToo() {
    given(
        article("1").title("harbour bridge opens"),
        article("2").title("bridge over a harbour"),
        article("3").title("opens").excerpt("harbour bridge"),
        article("4").title("harbour bridge closed"));
    assertThat(titles(find("\"harbour bridge\" opens today -closed")))
        .containsExactlyInAnyOrder("harbour bridge opens", "opens");
    assertThat(titles(find("title:harbour opens bridge")))
        .containsExactlyInAnyOrder(
            "harbour bridge opens", "bridge over a harbour", "harbour bridge closed");
  }

  @Test
  void phraseThatIsNowhereIsReadAsWords_whereThereAreOtherWords() {
    given(article("1").title("bridge over a harbour opens"), article("2").title("ferry opens"));
    SearchResult result = search(find("\"harbour bridge\" opens"));
    assertThat(result.hits()).extracting(hit -> hit.article().id()).startsWith(idOf("1"));
    assertThat(result.wording().relaxed()).isTrue();
    assertThat(titles(find("\"harbour bridge\""))).isEmpty();
  }

  @Test
  void wordsOfOneQueryMayMatchInDifferentFields() {
    given(article("1").title("Bridge opens").provider("Harbor Ledger", "harborledger.example"));
    assertThat(titles(find("bridge ledger"))).hasSize(1);
  }

  @Test
  void wordsMatchInTitleExcerptBodyTopicAndProvider() {
    given(
        article("1").title("walrus"),
        article("2").excerpt("a walrus"),
        article("3").body("the walrus"),
        article("4").topics("Walrus"),
        article("5").provider("Walrus Weekly", "ww.example"));
    assertThat(search(find("walrus")).total()).isEqualTo(5);
  }

  @Test
  void titleCountsMoreThanExcerpt_andExcerptMoreThanBody() {
    given(
        article("1").title("One story").body("walrus pups seen here"),
        article("2").title("One story").excerpt("walrus pups seen here"),
        article("3").title("walrus story").excerpt("pups seen here"));
    assertThat(search(find("walrus")).hits())
        .extracting(hit -> hit.article().id())
        .containsExactly(idOf("3"), idOf("2"), idOf("1"));
  }

  @Test
  void wordsMatchWhateverTheirCaseAccentsAndEndings() {
    given(article("1").title("Économistes were running"));
    assertThat(titles(find("ECONOMISTES run"))).hasSize(1);
    assertThat(titles(find("économistes"))).hasSize(1);
  }

  @Test
  void accentsMatchHoweverTheyAreWritten() {
    given(article("1").title("E\u0301conomistes"), article("2").title("Économistes"));
    assertThat(titles(find("économistes"))).hasSize(2);
    assertThat(titles(find("e\u0301conomistes"))).hasSize(2);
    assertThat(titles(find("e\u0301cono*"))).hasSize(2);
    assertThat(titles(find("economistes"))).hasSize(2);
  }

  @Test
  void symbolsAreSearchedAsTyped() {
    given(
        article("1").title("C++ wins"),
        article("2").title("vitamin C wins"),
        article("3").title("C# wins"),
        article("4").title("@handle wins"),
        article("5").title("handle with care"),
        article("6").title("#metoo wins"),
        article("7").title("AT&T wins"),
        article("8").title("3M wins"));
    assertThat(titles(find("C++"))).containsExactly("C++ wins");
    assertThat(titles(find("c#"))).containsExactly("C# wins");
    assertThat(titles(find("@handle"))).containsExactly("@handle wins");
    assertThat(titles(find("handle")))
        .containsExactlyInAnyOrder("@handle wins", "handle with care");
    assertThat(titles(find("#metoo"))).containsExactly("#metoo wins");
    assertThat(titles(find("metoo"))).containsExactly("#metoo wins");
    assertThat(titles(find("at&t"))).containsExactly("AT&T wins");
    assertThat(titles(find("3m"))).containsExactly("3M wins");
  }

  @ParameterizedTest
  @ValueSource(strings = {"COVID-19", "covid 19", "covid19", "\"covid-19\"", "\"COVID 19\""})
  void wordAndNumberAreTheSame_joinedOrNot(String typed) {
    given(
        article("1").title("COVID-19 spreads"),
        article("2").title("Covid 19 spreads"),
        article("3").title("covid19 spreads"));
    assertThat(search(find(typed)).total()).isEqualTo(3);
  }

  @Test
  void hyphensDotsAndApostrophesMakeNoDifference() {
    given(
        article("1").title("E-mail arrives"),
        article("2").title("Email arrives"),
        article("3").title("A.I. arrives"),
        article("4").title("AI arrives"),
        article("5").title("O’Reilly arrives"),
        article("6").title("The bank’s vault"));
    assertThat(titles(find("email"))).hasSize(2);
    assertThat(titles(find("e-mail"))).hasSize(2);
    assertThat(titles(find("a.i."))).hasSize(2);
    assertThat(titles(find("ai"))).hasSize(2);
    assertThat(titles(find("o'reilly"))).hasSize(1);
    assertThat(titles(find("oreilly"))).hasSize(1);
    assertThat(titles(find("bank's"))).hasSize(1);
  }

  @Test
  void marksStandAroundWhatWasFound_symbolsAndAll() {
    given(article("1").title("Say @handle on e-mail, C++ <b>"));
    assertThat(marked("@handle")).isEqualTo("Say <mark>@handle</mark> on e-mail, C++ &lt;b&gt;");
    assertThat(marked("email c++"))
        .isEqualTo("Say @handle on <mark>e-mail</mark>, <mark>C++</mark> &lt;b&gt;");
  }

  private String marked(String words) {
    return search(find(words).highlight()).hits().getFirst().highlight().orElseThrow().title();
  }

  @Test
  void wordsSideBySideRankAboveWordsApart() {
    given(
        article("1").title("climate report: weather change ahead").date(DAY),
        article("2").title("ahead report: climate change weather").date(DAY),
        article("3").title("change of weather ahead in climate report").date(DAY));
    assertThat(search(find("climate change")).hits().getFirst().article().id())
        .isEqualTo(idOf("2"));
  }

  @Test
  void wordsThatSayLittleAreNotWanted_whereThereAreOthers() {
    given(
        article("1").title("War on drugs"),
        article("2").title("The Who play Leeds"),
        article("3").title("Leeds win"),
        article("4").title("WHO warns"));
    assertThat(titles(find("the war of the drugs"))).containsExactly("War on drugs");
    assertThat(titles(find("the who")).getFirst()).isEqualTo("The Who play Leeds");
    assertThat(titles(find("\"the who\""))).containsExactly("The Who play Leeds");
  }

  @Test
  void newsIsNotNew() {
    given(article("1").title("New bridge"), article("2").title("News of the bridge"));
    assertThat(titles(find("news"))).containsExactly("News of the bridge");
    assertThat(titles(find("new"))).containsExactly("New bridge");
  }

  @Test
  void exactFormRanksAboveStemmedOne() {
    given(
        article("1").title("The runner story").date(DAY),
        article("2").title("The running story").date(DAY),
        article("3").title("The runs story").date(DAY));
    assertThat(titles(find("running")).getFirst()).isEqualTo("The running story");
  }

  @Test
  void formsOfAWordFindEachOther_eachItselfFirst() {
    given(
        article("1").title("The environment report").date(DAY),
        article("2").title("The environmental report").date(DAY));
    assertThat(titles(find("environment")))
        .containsExactly("The environment report", "The environmental report");
    assertThat(titles(find("environmental")))
        .containsExactly("The environmental report", "The environment report");
    assertThat(titles(find("\"environment report\""))).containsExactly("The environment report");
  }

  @Test
  void phraseMatchesWordsSideBySideOnly() {
    given(article("1").title("fake news accounts"), article("2").title("fake accounts"));
    assertThat(titles(find("\"fake accounts\""))).containsExactly("fake accounts");
  }

  @Test
  void phraseDoesNotRunFromOneFieldIntoAnother() {
    given(article("1").title("closed for fake").excerpt("accounts of it"));
    assertThat(titles(find("\"fake accounts\""))).isEmpty();
  }

  @Test
  void minusExcludes() {
    given(article("1").title("bank loan"), article("2").title("bank river"));
    assertThat(titles(find("bank -river"))).containsExactly("bank loan");
    assertThat(titles(find("-river"))).containsExactly("bank loan");
  }

  @Test
  void orIsEither_andBindsCloserThanSpace() {
    given(
        article("1").title("red apple"),
        article("2").title("green apple"),
        article("3").title("blue apple"),
        article("4").title("red pear"));
    assertThat(titles(find("apple red OR green")))
        .containsExactlyInAnyOrder("red apple", "green apple", "blue apple", "red pear");
    assertThat(titles(find("apple red OR green")).subList(0, 2))
        .containsExactlyInAnyOrder("red apple", "green apple");
  }

  @Test
  void fieldLimitsAWord() {
    given(article("1").title("walrus"), article("2").title("seal").excerpt("walrus"));
    assertThat(titles(find("title:walrus"))).containsExactly("walrus");
    assertThat(titles(find("excerpt:walrus"))).containsExactly("seal");
  }

  @Test
  void starMatchesBeginnings_alsoThoseThatAStemLacks() {
    given(
        article("1").title("intelligence"),
        article("2").title("intelligent"),
        article("3").title("interval"));
    assertThat(titles(find("intelli*"))).hasSize(2);
    assertThat(titles(find("intelligenc*"))).containsExactly("intelligence");
  }

  @Test
  void wordWithoutLettersOrDigitsIsPassedOver_andAloneFindsNothing() {
    given(article("1").title("walrus"));
    assertThat(titles(find("walrus !!!"))).hasSize(1);
    assertThat(titles(find("!!!"))).isEmpty();
  }

  @Test
  void emptyQueryFindsAll_newestFirst_undatedLast() {
    given(
        article("1").title("old").date("2020-01-01T00:00:00Z"),
        article("2").title("undated"),
        article("3").title("new").date("2024-01-01T00:00:00Z"));
    assertThat(titles(find("").sort(SortOrder.NEWEST))).containsExactly("new", "old", "undated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "(", "\"ai", "AI:", "foo OR", "NOT", "a/b", "[x", "~", "&&", "-", "title:"})
  void oddInputIsReadAsWords(String odd) {
    given(article("1").title("walrus"));
    assertThat(search(find(odd)).total()).isZero();
  }

  // Quality

  @Test
  void ofTwoAlike_theBetterComesFirst() {
    given(
        article("1").title("walrus").quality(87).date(DAY),
        article("2").title("walrus").quality(88).date(DAY),
        article("3").title("walrus").quality(87.5).date(DAY));
    assertThat(search(find("walrus")).hits())
        .extracting(hit -> hit.article().id())
        .containsExactly(idOf("2"), idOf("3"), idOf("1"));
  }

  @Test
  void qualityOrdersPrefixSearchesToo() {
    given(
        article("1").title("walrus").quality(10).date(DAY),
        article("2").title("walrus").quality(190).date(DAY));
    assertThat(search(find("walr*")).hits())
        .extracting(hit -> hit.article().id())
        .containsExactly(idOf("2"), idOf("1"));
  }

  @Test
  void unknownQualityIsNeitherLiftedNorLowered() {
    given(
        article("1").title("walrus").quality(5).date(DAY),
        article("2").title("walrus").date(DAY),
        article("3").title("walrus").quality(150).date(DAY));
    assertThat(search(find("walrus")).hits())
        .extracting(hit -> hit.article().id())
        .containsExactly(idOf("3"), idOf("2"), idOf("1"));
  }

  @Test
  void raisingQualityNeverLowersAnItemsRank() {
    int rank = Integer.MAX_VALUE;
    for (double quality : new double[] {0, 1, 5, 20, 60, 61, 100, 200, 1000, 1e9}) {
      given(
          article("1").title("walrus walrus").quality(60).date(DAY),
          article("2").title("walrus on the long road home").quality(90).date(DAY),
          article("3").title("seal").excerpt("walrus").quality(120).date(DAY),
          article("4").title("walrus seen").quality(quality).date(DAY));
      List<Hit> hits = search(find("walrus")).hits();
      int now = hits.stream().map(hit -> hit.article().id()).toList().indexOf(idOf("4"));
      assertThat(now).isBetween(0, rank);
      rank = now;
      closeEngine();
    }
  }

  @Test
  void noQualityBringsInWhatDoesNotMatch() {
    given(article("1").title("walrus").quality(1), article("2").title("seal").quality(1e12));
    assertThat(titles(find("walrus"))).containsExactly("walrus");
  }

  // Filters

  @Test
  void topicIsAWholeValue_inAnyCase() {
    given(article("1").title("a").topics("AI"), article("2").title("b").topics("Facebook AI"));
    assertThat(titles(find("").any(FacetField.TOPIC, "ai"))).containsExactly("a");
    assertThat(titles(find("").any(FacetField.TOPIC, "facebook ai"))).containsExactly("b");
    assertThat(titles(find("").any(FacetField.TOPIC, "Face"))).isEmpty();
  }

  @Test
  void valuesOfOneFilterAreAlternatives_andFiltersAddUp() {
    given(
        article("1").title("a").topics("AI").type("article"),
        article("2").title("b").topics("Oceans").type("article"),
        article("3").title("c").topics("AI").type("video"));
    assertThat(titles(find("").any(FacetField.TOPIC, "AI", "Oceans"))).hasSize(3);
    assertThat(
            titles(find("").any(FacetField.TOPIC, "AI", "Oceans").any(FacetField.TYPE, "article")))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void filterExcludes() {
    given(article("1").title("a").topics("AI", "Health"), article("2").title("b").topics("AI"));
    assertThat(titles(find("").none(FacetField.TOPIC, "health"))).containsExactly("b");
  }

  @Test
  void providerIsFilteredByDomainOrName() {
    given(
        article("1").title("a").provider("NBC News on MSN.com", "msn.com"),
        article("2").title("b").provider("Wall Street Journal", "wsj.com"));
    assertThat(titles(find("").any(FacetField.PROVIDER, "MSN.com"))).containsExactly("a");
    assertThat(titles(find("").any(FacetField.PROVIDER, "wall street journal")))
        .containsExactly("b");
  }

  @Test
  void dateRangeIncludesBothEnds_andLeavesOutTheUndated() {
    given(
        article("1").title("before").date("2024-01-01T00:00:00Z"),
        article("2").title("first").date("2024-01-02T00:00:00Z"),
        article("3").title("last").date("2024-01-03T00:00:00Z"),
        article("4").title("after").date("2024-01-03T00:00:00.001Z"),
        article("5").title("undated"));
    assertThat(titles(find("").between("2024-01-02T00:00:00Z", "2024-01-03T00:00:00Z")))
        .containsExactlyInAnyOrder("first", "last");
  }

  @Test
  void qualityRangeIncludesBothEnds_andLeavesOutTheUnknown() {
    given(
        article("1").title("low").quality(9),
        article("2").title("min").quality(10),
        article("3").title("max").quality(20),
        article("4").title("unknown"));
    assertThat(titles(find("").quality(10, 20))).containsExactlyInAnyOrder("min", "max");
  }

  @Test
  void unpublishedAreFoundAndFilteredByThat() {
    given(article("1").title("draft").unpublished(), article("2").title("out"));
    assertThat(titles(find(""))).hasSize(2);
    assertThat(titles(find("").any(FacetField.PUBLISHED, "false"))).containsExactly("draft");
  }

  @Test
  void whereOnlyThePublishedAreShown_theOthersAreNowhere() {
    engine =
        openPublishedOnly(
            List.of(
                article("1").title("draft story").topics("Secret").unpublished(),
                article("2").title("related story").relatedTo("1")));
    SearchResult result = search(find("story").facets(FacetField.TOPIC, FacetField.PUBLISHED));
    assertThat(result.total()).isEqualTo(1);
    assertThat(result.hits())
        .extracting(hit -> hit.article().text().title())
        .containsExactly("related story");
    assertThat(result.hits().getFirst().stories()).isEmpty();
    assertThat(counted(result, FacetField.TOPIC)).isEmpty();
    assertThat(counted(result, FacetField.PUBLISHED)).containsExactly("true 1");
    assertThat(titles(find("").any(FacetField.PUBLISHED, "false"))).isEmpty();
  }

  // Order and pages

  @Test
  void sortsByDateQualityAndHeat() {
    given(
        article("1").title("a").date("2024-01-01T00:00:00Z").quality(5).heat(3),
        article("2").title("b").date("2024-01-02T00:00:00Z").quality(9).heat(1),
        article("3").title("c").date("2024-01-03T00:00:00Z"));
    assertThat(titles(find("").sort(SortOrder.NEWEST))).containsExactly("c", "b", "a");
    assertThat(titles(find("").sort(SortOrder.OLDEST))).containsExactly("a", "b", "c");
    assertThat(titles(find("").sort(SortOrder.QUALITY))).containsExactly("b", "a", "c");
    assertThat(titles(find("").sort(SortOrder.HEAT))).containsExactly("a", "b", "c");
  }

  @Test
  void tiesBreakByDateThenById() {
    given(
        article("1").title("walrus").date("2024-01-01T00:00:00Z"),
        article("2").title("walrus").date("2024-01-02T00:00:00Z"),
        article("3").title("walrus").date("2024-01-01T00:00:00Z"));
    List<String> sameDay = Stream.of(idOf("1"), idOf("3")).map(id -> id.value()).sorted().toList();
    assertThat(search(find("walrus")).hits())
        .extracting(hit -> hit.article().id().value())
        .containsExactly(idOf("2").value(), sameDay.get(0), sameDay.get(1));
  }

  @Test
  void pagesJoinToTheWhole() {
    given(
        Stream.iterate(1, i -> i + 1)
            .limit(23)
            .map(i -> article("p" + i).title("walrus " + i).quality(i))
            .toArray(ArticleBuilder[]::new));
    List<String> all = titles(find("walrus").page(1, 100));
    List<String> joined =
        Stream.of(1, 2, 3, 4)
            .flatMap(page -> titles(find("walrus").page(page, 7)).stream())
            .toList();
    assertThat(joined).hasSize(23).isEqualTo(all);
    assertThat(titles(find("walrus").page(5, 7))).isEmpty();
  }

  @Test
  void sizeZeroCountsOnly() {
    given(article("1").title("walrus"), article("2").title("walrus"));
    SearchResult result = search(find("walrus").page(1, 0));
    assertThat(result.total()).isEqualTo(2);
    assertThat(result.totalIsExact()).isTrue();
    assertThat(result.hits()).isEmpty();
  }

  // Facets

  @Test
  void facetsCountMatches_mostFrequentFirst() {
    given(
        article("1").title("walrus").topics("AI", "Oceans"),
        article("2").title("walrus").topics("Oceans"),
        article("3").title("seal").topics("Health"));
    assertThat(counted(find("walrus").facets(FacetField.TOPIC), FacetField.TOPIC))
        .containsExactly("Oceans 2", "AI 1");
  }

  @Test
  void facetIsNotNarrowedByItsOwnFilter_butByTheOthers() {
    given(
        article("1").title("a").topics("AI").type("article"),
        article("2").title("b").topics("Oceans").type("article"),
        article("3").title("c").topics("Oceans").type("video"));
    RequestBuilder request =
        find("")
            .any(FacetField.TOPIC, "AI")
            .any(FacetField.TYPE, "article")
            .facets(FacetField.TOPIC, FacetField.TYPE);
    SearchResult result = search(request);
    assertThat(result.total()).isEqualTo(1);
    assertThat(counted(result, FacetField.TOPIC)).containsExactly("AI 1 selected", "Oceans 1");
    assertThat(counted(result, FacetField.TYPE)).containsExactly("article 1 selected");
  }

  @Test
  void facetIsNotNarrowedByItsOwnFilters_alsoWhereAnItemFailsTwoOfThem() {
    given(
        article("1").title("a").topics("AI"),
        article("2").title("b").topics("Oceans"),
        article("3").title("c").topics("Health"));
    RequestBuilder request =
        find("")
            .any(FacetField.TOPIC, "AI")
            .none(FacetField.TOPIC, "Oceans")
            .facets(FacetField.TOPIC);
    assertThat(counted(request, FacetField.TOPIC))
        .containsExactly("AI 1 selected", "Health 1", "Oceans 1");
  }

  @Test
  void valueSelectedTwiceIsListedOnce() {
    given(article("1").title("a").topics("AI"));
    RequestBuilder request =
        find("").any(FacetField.TOPIC, "Nowhere", "AI", "nowhere", "ai").facets(FacetField.TOPIC);
    assertThat(counted(request, FacetField.TOPIC))
        .containsExactly("AI 1 selected", "Nowhere 0 selected");
  }

  @Test
  void selectedValueIsListed_belowTheTopAndAtZero() {
    given(
        article("1").title("a").topics("AI"),
        article("2").title("b").topics("AI"),
        article("3").title("c").topics("Oceans"));
    RequestBuilder request =
        find("").any(FacetField.TOPIC, "oceans", "Nowhere").facets(FacetField.TOPIC).facetSize(1);
    assertThat(counted(request, FacetField.TOPIC))
        .containsExactly("AI 2", "Oceans 1 selected", "Nowhere 0 selected");
  }

  @Test
  void valuesThatDifferInCaseAreOne_shownAsMostOftenWritten() {
    given(
        article("1").title("a").topics("Ai"),
        article("2").title("b").topics("AI"),
        article("3").title("c").topics("AI"));
    assertThat(counted(find("").facets(FacetField.TOPIC), FacetField.TOPIC))
        .containsExactly("AI 3");
  }

  @Test
  void providerIsCountedByDomain_andLabelledByName() {
    given(article("1").title("a").provider("NBC News on MSN.com", "msn.com"));
    FacetCounts.Value value =
        search(find("").facets(FacetField.PROVIDER)).facets().getFirst().values().getFirst();
    assertThat(value.value()).isEqualTo("msn.com");
    assertThat(value.label()).contains("NBC News on MSN.com");
  }

  @Test
  void datesAreCountedByDayMonthAndYear_oldestFirst() {
    given(
        article("1").date("2023-12-31T23:30:00Z"),
        article("2").date("2024-01-01T00:30:00Z"),
        article("3").date("2024-01-05T00:30:00Z"),
        article("4"));
    RequestBuilder dates = find("").facets(FacetField.DATE);
    assertThat(counted(dates.interval(DateInterval.DAY), FacetField.DATE))
        .containsExactly("2023-12-31 1", "2024-01-01 1", "2024-01-05 1");
    assertThat(counted(dates.interval(DateInterval.MONTH), FacetField.DATE))
        .containsExactly("2023-12 1", "2024-01 2");
    assertThat(counted(dates.interval(DateInterval.YEAR), FacetField.DATE))
        .containsExactly("2023 1", "2024 2");
  }

  @Test
  void daysBeginWhereTheZoneSays_alsoAcrossSummerTime() {
    given(
        article("1").date("2024-03-30T23:30:00Z"),
        article("2").date("2024-03-31T21:30:00Z"),
        article("3").date("2024-03-31T22:30:00Z"));
    RequestBuilder berlin =
        find("")
            .facets(FacetField.DATE)
            .interval(DateInterval.DAY)
            .zone(ZoneId.of("Europe/Berlin"));
    assertThat(counted(berlin, FacetField.DATE)).containsExactly("2024-03-31 2", "2024-04-01 1");
  }

  @Test
  void dateFacetIsNotNarrowedByTheDates() {
    given(article("1").date("2023-06-01T00:00:00Z"), article("2").date("2024-06-01T00:00:00Z"));
    SearchResult result =
        search(
            find("")
                .between("2024-01-01T00:00:00Z", "2024-12-31T00:00:00Z")
                .facets(FacetField.DATE)
                .interval(DateInterval.YEAR));
    assertThat(result.total()).isEqualTo(1);
    assertThat(counted(result, FacetField.DATE)).containsExactly("2023 1", "2024 1");
  }

  // Hits

  @Test
  void hitNamesItsStoriesByTheirTitlesOfNow() {
    given(article("1").title("Main story"), article("2").title("Echo").relatedTo("1"));
    Hit hit = search(find("echo")).hits().getFirst();
    assertThat(hit.stories()).containsExactly(new Hit.Story(idOf("1"), "Main story"));
  }

  @Test
  void removedStoryIsNotNamed() {
    given(article("1").title("Main story").removed(), article("2").title("Echo").relatedTo("1"));
    assertThat(search(find("")).total()).isEqualTo(1);
    assertThat(search(find("echo")).hits().getFirst().stories()).isEmpty();
  }

  @Test
  void statsCountWhatIsThere() {
    given(
        article("1").date("2023-06-01T00:00:00Z").topics("AI").provider("A", "a.example"),
        article("2").date("2024-06-01T00:00:00Z").topics("ai", "Oceans").relatedTo("1"));
    var stats = engine.stats();
    assertThat(stats.counts().items()).isEqualTo(2);
    assertThat(stats.counts().kinds()).containsEntry("article", 1L).containsEntry("related", 1L);
    assertThat(stats.counts().topics()).isEqualTo(2);
    assertThat(stats.counts().providers()).isEqualTo(1);
    assertThat(stats.oldest()).contains(java.time.Instant.parse("2023-06-01T00:00:00Z"));
    assertThat(stats.newest()).contains(java.time.Instant.parse("2024-06-01T00:00:00Z"));
    assertThat(stats.schemaIsCurrent()).isTrue();
  }
}
