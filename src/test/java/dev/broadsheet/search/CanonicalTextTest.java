package dev.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.fixture.RequestBuilder;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CanonicalTextTest {
  @Test
  void equalRequests_haveTheSameText() {
    assertThat(everything().build().canonical()).isEqualTo(everything().build().canonical());
  }

  /** Kept as it is: cursors and tags that were handed out depend on it. */
  @Test
  void text_isTheSameInEveryRun() {
    assertThat(new RequestBuilder().words("a").build().canonical())
        .isEqualTo("6:search1(1(4:word0()1:a))0()0()9:relevance1:12:100()0()2:104:auto1:Z----");
  }

  @Test
  void differentRequests_haveDifferentTexts() {
    List<String> texts =
        Stream.of(
                new RequestBuilder(),
                new RequestBuilder().words("a b"),
                new RequestBuilder().words("\"a b\""),
                new RequestBuilder().words("a OR b"),
                new RequestBuilder().words("a -b"),
                new RequestBuilder().words("ab"),
                new RequestBuilder().words("ab*"),
                new RequestBuilder().words("title:ab"),
                new RequestBuilder().any(FacetField.TOPIC, "a, b"),
                new RequestBuilder().any(FacetField.TOPIC, "a", "b"),
                new RequestBuilder().any(FacetField.TAG, "a", "b"),
                new RequestBuilder().none(FacetField.TOPIC, "a", "b"),
                new RequestBuilder().between("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z"),
                new RequestBuilder().quality(0, 1),
                new RequestBuilder().quality(0, 1.5),
                new RequestBuilder().sort(SortOrder.HEAT),
                new RequestBuilder().page(2, 10),
                new RequestBuilder().page(10, 2),
                new RequestBuilder().after(new Cursor("x")),
                new RequestBuilder().facets(FacetField.TOPIC),
                new RequestBuilder().facetSize(3),
                new RequestBuilder().interval(DateInterval.DAY),
                new RequestBuilder().zone(ZoneId.of("Europe/Oslo")),
                new RequestBuilder().typos(),
                new RequestBuilder().byStory(),
                new RequestBuilder().highlight(),
                new RequestBuilder().explain(),
                everything())
            .map(builder -> builder.build().canonical())
            .toList();
    assertThat(texts).doesNotHaveDuplicates();
  }

  @Test
  void orderOfAFiltersValues_meansNothing() {
    assertThat(new RequestBuilder().any(FacetField.TOPIC, "b", "a").build().canonical())
        .isEqualTo(new RequestBuilder().any(FacetField.TOPIC, "a", "b").build().canonical());
  }

  @Test
  void unfinishedWord_isNoWord() {
    assertThat(canonical(TextQueryParser.parseUnfinished("ab")))
        .isNotEqualTo(canonical(TextQueryParser.parse("ab")));
  }

  private static String canonical(TextQuery query) {
    SearchRequest any = new RequestBuilder().build();
    return new SearchRequest(
            query, any.filters(), any.sort(), any.page(), any.facets(), any.zone(), any.options())
        .canonical();
  }

  @Test
  void requestsOfOtherKinds_areTold() {
    var id = new ArticleId("0123456789abcdef01234567");
    List<Filter> filters = List.of(new Filter.DateRange(Optional.empty(), Optional.empty()));
    assertThat(
            List.of(
                new SuggestRequest("a", List.of(), 10).canonical(),
                new SuggestRequest("a", filters, 10).canonical(),
                new SuggestRequest("a", List.of(), 1).canonical(),
                new FacetSearchRequest(FacetField.TOPIC, "a", List.of(), 10).canonical(),
                new FacetSearchRequest(FacetField.TAG, "a", List.of(), 10).canonical(),
                new SimilarRequest(id, List.of(), 10).canonical(),
                new SimilarRequest(id, filters, 10).canonical()))
        .doesNotHaveDuplicates();
  }

  private static RequestBuilder everything() {
    return new RequestBuilder()
        .words("a \"b c\" OR d -e title:f g*")
        .any(FacetField.TOPIC, "AI")
        .none(FacetField.PROVIDER, "wsj.com")
        .between("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z")
        .quality(1, 2)
        .facets(FacetField.TOPIC, FacetField.DATE)
        .highlight();
  }
}
