package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.broadsheet.http.InvalidParameterException.Code;
import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchRequest.Page;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQueryParser;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchParametersTest {
  private final SearchParameters parameters =
      new SearchParameters(Clock.fixed(Instant.parse("2020-01-31T12:00:00Z"), ZoneOffset.UTC));

  @Test
  void nothing_asksForEverythingNewestFirst() {
    assertThat(parameters.parse(Map.of()))
        .isEqualTo(
            new ParsedSearch(
                new SearchRequest(
                    TextQuery.ALL,
                    List.of(),
                    SortOrder.NEWEST,
                    new Page(1, 10),
                    new FacetRequest(
                        List.of(
                            FacetField.TOPIC,
                            FacetField.PROVIDER,
                            FacetField.CATEGORY,
                            FacetField.TYPE,
                            FacetField.DATE),
                        10,
                        DateInterval.AUTO),
                    ZoneOffset.UTC,
                    SearchRequest.Options.DEFAULT),
                Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q",
        "topic",
        "kind",
        "published.not",
        "from",
        "to",
        "tz",
        "quality.min",
        "sort",
        "size",
        "page",
        "facets",
        "facet.size",
        "date.interval",
        "highlight",
        "cursor",
        "typos"
      })
  void blankValue_isAsIfNotGiven(String name) {
    assertThat(parameters.parse(Map.of(name, List.of("", " "))))
        .isEqualTo(parameters.parse(Map.of()));
  }

  @Test
  void query_isRead_andSortsByRelevance() {
    SearchRequest request = parse("q=facebook -ads");
    assertThat(request.query()).isEqualTo(TextQueryParser.parse("facebook -ads"));
    assertThat(request.sort()).isEqualTo(SortOrder.RELEVANCE);
  }

  @Test
  void queryOfExclusions_sortsByRelevance() {
    assertThat(parse("q=-ads").sort()).isEqualTo(SortOrder.RELEVANCE);
  }

  @Test
  void relevanceOfNoWords_isNewestFirst() {
    assertThat(parse("sort=relevance").sort()).isEqualTo(SortOrder.NEWEST);
    assertThat(parse("q=\"\"", "sort=relevance").sort()).isEqualTo(SortOrder.NEWEST);
  }

  @ParameterizedTest
  @EnumSource(SortOrder.class)
  void sort_takesEachOrder(SortOrder order) {
    assertThat(parse("q=x", "sort=" + order.label()).sort()).isEqualTo(order);
  }

  @ParameterizedTest
  @EnumSource(
      value = FacetField.class,
      names = {"TOPIC", "PROVIDER", "CATEGORY", "TYPE", "TAG"})
  void filter_holdsValuesAndExclusions(FacetField field) {
    String name = field.label();
    assertThat(parse(name + "=A", name + "=b, c", name + ".not=D").filters())
        .containsExactly(new Filter.Values(field, List.of("A", "b, c"), List.of("D")));
  }

  @Test
  void valueRepeatedInAnotherCase_isTheSameRequest() {
    assertThat(parse("topic=AI", "topic=ai ", "topic=ML")).isEqualTo(parse("topic=AI", "topic=ML"));
  }

  @Test
  void exclusionAlone_isAFilter() {
    assertThat(parse("provider.not=wsj.com").filters())
        .containsExactly(new Filter.Values(FacetField.PROVIDER, List.of(), List.of("wsj.com")));
  }

  @Test
  void closedFilters_areFolded() {
    assertThat(
            parse("kind=Related", "kind.not=article", "published=TRUE", "published=true").filters())
        .containsExactly(
            new Filter.Values(FacetField.KIND, List.of("related"), List.of("article")),
            new Filter.Values(FacetField.PUBLISHED, List.of("true"), List.of()));
  }

  @ParameterizedTest
  @CsvSource({"kind", "kind.not", "published", "published.not"})
  void closedFilter_refusesOtherValues(String name) {
    assertThat(refused(name + "=maybe").getMessage())
        .startsWith(name + ": expected one of ")
        .endsWith(", but got 'maybe'");
  }

  @Test
  void dates_boundBothEnds_inTheZone() {
    assertThat(parse("from=2019-12-20", "to=2019-12-20", "tz=America/New_York").filters())
        .containsExactly(
            new Filter.DateRange(
                Optional.of(Instant.parse("2019-12-20T05:00:00Z")),
                Optional.of(Instant.parse("2019-12-21T04:59:59.999Z"))));
  }

  @Test
  void relativeDate_countsFromTheClock() {
    assertThat(parse("from=now-7d").filters())
        .containsExactly(
            new Filter.DateRange(
                Optional.of(Instant.parse("2020-01-24T12:00:00Z")), Optional.empty()));
  }

  @Test
  void sameInstantTwice_isARange() {
    assertThat(parse("from=now", "to=now").filters()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"from", "to"})
  void badDate_saysWhatIsUnderstood(String name) {
    assertThat(refused(name + "=now-99999999999y"))
        .hasMessage(name + ": expected " + DateBound.EXPECTED + ", but got 'now-99999999999y'");
  }

  @Test
  void fromAfterTo_isRefused() {
    assertThat(refused("from=2020-01-02", "to=2020-01-01"))
        .hasMessage(
            "from: expected a date that is not after '2020-01-01' (to), but got '2020-01-02'");
  }

  @ParameterizedTest
  @CsvSource({"Europe/Berlin,Europe/Berlin", "+01:00,+01:00", "' 01:00',+01:00", "Z,Z", "UTC,Z"})
  void zone_isTaken(String given, String zone) {
    assertThat(parse("tz=" + given).zone()).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars/Olympus", "berlin", "+99:00", "../etc/passwd", "\0"})
  void otherZone_isRefused(String zone) {
    assertThat(refused("tz=" + zone))
        .hasMessage(
            "tz: expected an IANA time zone, such as Europe/Berlin, or an offset, such as +01:00,"
                + " but got '"
                + zone
                + "'");
  }

  @Test
  void quality_boundsBothEnds() {
    assertThat(parse("quality.min=-1.5", "quality.max=88").filters())
        .containsExactly(new Filter.QualityRange(OptionalDouble.of(-1.5), OptionalDouble.of(88)));
  }

  @Test
  void oneQualityBound_isEnough() {
    assertThat(parse("quality.max=.5").filters())
        .containsExactly(new Filter.QualityRange(OptionalDouble.empty(), OptionalDouble.of(0.5)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "1e3", "0x1p3", "1,5", "+1", "1.", "--1", "1d", "１"})
  void otherNumber_isRefused(String number) {
    assertThat(refused("quality.max=" + number))
        .hasMessage("quality.max: expected a number, such as 88 or 0.5, but got '" + number + "'");
  }

  @Test
  void numberThatIsNotFinite_isRefused() {
    assertThat(refused("quality.min=" + "9".repeat(400)).parameter()).isEqualTo("quality.min");
  }

  @Test
  void minAboveMax_isRefused() {
    assertThat(refused("quality.min=2", "quality.max=1"))
        .hasMessage(
            "quality.min: expected a number that is not above '1' (quality.max), but got '2'");
  }

  @ParameterizedTest
  @CsvSource({"0,1", "100,100", "1,10000", "0,999999999", "10,1000"})
  void page_isTakenWithinItsBounds(int size, int page) {
    assertThat(parse("size=" + size, "page=" + page).page()).isEqualTo(new Page(page, size));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "101", "ten", "1.0", "99999999999", "1e1", "１"})
  void otherSize_isRefused(String size) {
    assertThat(refused("size=" + size))
        .hasMessage("size: expected a whole number from 0 to 100, but got '" + size + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "9999999999"})
  void otherPage_isRefused(String page) {
    assertThat(refused("page=" + page))
        .hasMessageStartingWith("page: expected a whole number from 1");
  }

  @Test
  void pageTooDeep_saysTheBound() {
    assertThat(refused("page=1001"))
        .hasMessage(
            "page: expected at most 1,000 with 10 hits a page, as page x size goes to 10,000;"
                + " cursor goes deeper, but got '1001'");
  }

  @Test
  void facets_areTakenInTheirOrder_withCommasAndRepeats() {
    assertThat(parse("facets=date, topic,,tag", "facets=kind,topic").facets().fields())
        .containsExactly(FacetField.DATE, FacetField.TOPIC, FacetField.TAG, FacetField.KIND);
  }

  @Test
  void noFacets_countsNone() {
    assertThat(parse("facets=none", "facet.size=5").facets()).isEqualTo(FacetRequest.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour", "none,topic", "Topic"})
  void otherFacet_isRefused(String facets) {
    assertThat(refused("facets=" + facets))
        .hasMessageStartingWith(
            "facets: expected some of topic, provider, category, type, kind, published, tag, date,"
                + " or none alone, but got ");
  }

  @Test
  void facetSizeAndInterval_areTaken() {
    assertThat(parse("facets=date", "facet.size=1000", "date.interval=year").facets())
        .isEqualTo(new FacetRequest(List.of(FacetField.DATE), 1000, DateInterval.YEAR));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "facet.size=1001|facet.size: expected a whole number from 0 to 1,000, but got '1001'",
        "date.interval=week|date.interval: expected one of day, month, year, auto, but got 'week'",
        "highlight=yes|highlight: expected one of true, false, but got 'yes'",
        "typos=on|typos: expected one of auto, off, but got 'on'",
        "group=topic|group: expected one of story, none, but got 'topic'",
        "mode=vectors|mode: expected one of words, hybrid, but got 'vectors'",
        "prefix=1|prefix: expected one of true, false, but got '1'",
        "sort=best|sort: expected one of relevance, date, -date, quality, heat, but got 'best'"
      })
  void valueOutOfItsWords_isRefused(String parameter, String message) {
    assertThat(refused(parameter)).hasMessage(message);
  }

  @Test
  void highlight_canBeTurnedOff() {
    assertThat(parse("highlight=false").options().highlight()).isFalse();
  }

  @Test
  void longestQuery_isTaken_andALongerOneIsNot() {
    assertThat(parse("q=" + "🎉".repeat(1000)).query().isEmpty()).isFalse();
    assertThat(refused("q=" + "x".repeat(1001)))
        .hasMessage("q: expected at most 1,000 characters, but got 1,001");
  }

  @Test
  void queryOfTooManyWords_isRefused() {
    assertThat(parse("q=" + "x -y z OR w ".repeat(25)).query().excluded()).hasSize(25);
    assertThat(refused("q=" + "x ".repeat(101)))
        .hasMessage("q: expected at most 100 words, but got 101");
  }

  @Test
  void filterValue_isBounded() {
    assertThat(refused("topic=" + "x".repeat(301)))
        .hasMessage("topic: expected at most 300 characters, but got 301");
  }

  @Test
  void filterValues_areCounted() {
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> parameters.parse(Map.of("tag.not", Collections.nCopies(101, "x"))))
        .withMessage("tag.not: expected at most 100 values, but got 101");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q",
        "from",
        "to",
        "tz",
        "quality.min",
        "quality.max",
        "sort",
        "size",
        "page",
        "facet.size",
        "date.interval",
        "highlight",
        "cursor",
        "group",
        "prefix",
        "typos",
        "mode",
        "explain"
      })
  void singleValue_givenTwice_isRefused(String name) {
    assertThatExceptionOfType(InvalidParameterException.class)
        .isThrownBy(() -> parameters.parse(Map.of(name, List.of("1", "1"))))
        .withMessage(name + ": expected one value, but it is given 2 times")
        .matches(thrown -> thrown.code() == Code.REPEATED);
  }

  @Test
  void meaning_isSearchedWhereItCanBe_unlessWordsAloneAreAskedFor() {
    var knowing = new SearchParameters(Clock.systemUTC(), true);
    assertThat(knowing.parse(Map.of()).request().options().meaning()).isTrue();
    assertThat(knowing.parse(Map.of("mode", List.of("hybrid"))).request().options().meaning())
        .isTrue();
    assertThat(knowing.parse(Map.of("mode", List.of("words"))).request().options().meaning())
        .isFalse();
    assertThat(parameters.parse(Map.of()).request().options().meaning()).isFalse();
  }

  @Test
  void unknownParameter_suggestsTheNearest() {
    InvalidParameterException thrown = refused("topics=AI");
    assertThat(thrown).hasMessage("unknown parameter 'topics': did you mean 'topic'?");
    assertThat(thrown.code()).isEqualTo(Code.UNKNOWN);
    assertThat(thrown.expected()).startsWith("one of q, topic, provider");
  }

  @Test
  void strangeParameter_isToldTheNames() {
    assertThat(refused("callback=x"))
        .hasMessageStartingWith("unknown parameter 'callback': expected one of q, topic, ");
  }

  @Test
  void prefix_leavesTheLastWordUnfinished() {
    assertThat(parse("q=artificial inte", "prefix=true").query())
        .isEqualTo(TextQueryParser.parseUnfinished("artificial inte"));
    assertThat(parse("q=artificial inte", "prefix=false")).isEqualTo(parse("q=artificial inte"));
  }

  @Test
  void typos_areForgivenUnlessTurnedOff() {
    assertThat(parse("typos=off").options().typos()).isFalse();
    assertThat(parse("typos=auto")).isEqualTo(parse());
    assertThat(parse().options().typos()).isTrue();
  }

  @Test
  void group_foldsStories() {
    assertThat(parse("group=story").options().byStory()).isTrue();
    assertThat(parse().options().byStory()).isFalse();
  }

  @Test
  void explain_isAskedFor() {
    assertThat(parse("explain=true").options().explain()).isTrue();
  }

  @Test
  void modeOfWords_isWhatHappensAnyway() {
    assertThat(parse("mode=words")).isEqualTo(parse());
  }

  @Test
  void modeOfMeaning_isNotOffered() {
    InvalidParameterException thrown = refused("mode=hybrid");
    assertThat(thrown).hasMessage("mode: 'hybrid' is not offered here; leave it out, or say words");
    assertThat(thrown.code()).isEqualTo(Code.NOT_OFFERED);
  }

  @Test
  void cursor_saysWhereThePageBegins() {
    assertThat(parse("cursor=a-Z_9", "size=5").page())
        .isEqualTo(new Page(1, 5, Optional.of(new Cursor("a-Z_9"))));
  }

  @Test
  void pageBesideACursor_isRefused() {
    assertThat(refused("cursor=abc", "page=2"))
        .hasMessage(
            "page: expected no page beside a cursor, which says itself where the page begins,"
                + " but got '2'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a=", "é", "a/b", "<b>"})
  void cursorOfOtherCharacters_isRefused(String cursor) {
    assertThat(refused("cursor=" + cursor))
        .hasMessage(
            "cursor: expected the cursor of an earlier answer to the same search, but got '"
                + cursor
                + "'");
  }

  @Test
  void endlessCursor_isRefused() {
    assertThat(refused("cursor=" + "x".repeat(5_000)).parameter()).isEqualTo("cursor");
  }

  @Test
  void echo_hasWhatWasGiven_inAFixedOrder() {
    Map<String, Object> echo =
        parameters
            .parse(
                given(
                    "highlight=false",
                    "facets=topic,date",
                    "size=20",
                    "quality.min=1.5",
                    "kind=Related",
                    "topic=AI",
                    "to=now",
                    "q=facebook "))
            .echo();
    assertThat(echo)
        .containsExactly(
            Map.entry("q", "facebook "),
            Map.entry("topic", List.of("AI")),
            Map.entry("kind", List.of("Related")),
            Map.entry("to", "now"),
            Map.entry("quality.min", 1.5),
            Map.entry("size", 20),
            Map.entry("facets", List.of("topic", "date")),
            Map.entry("highlight", false));
  }

  @Test
  void longValue_isShortenedInMessages() {
    InvalidParameterException thrown = refused("sort=" + "🎉".repeat(200));
    assertThat(thrown.value()).contains("🎉".repeat(100) + "…");
  }

  private SearchRequest parse(String... pairs) {
    return parameters.parse(given(pairs)).request();
  }

  private InvalidParameterException refused(String... pairs) {
    try {
      parse(pairs);
    } catch (InvalidParameterException expected) {
      return expected;
    }
    throw new AssertionError("taken: " + String.join("&", pairs));
  }

  private static Map<String, List<String>> given(String... pairs) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : pairs) {
      String[] parts = pair.split("=", 2);
      parameters.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
    }
    return parameters;
  }
}
