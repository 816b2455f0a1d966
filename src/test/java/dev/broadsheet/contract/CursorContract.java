package dev.broadsheet.contract;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.InvalidCursorException;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an answer is gone through to its end. */
public abstract class CursorContract extends EngineContract {
  private static final int MANY = 37;
  private static final int MAX_TOKEN = 2000;

  /** Of many, some tie, and some lack what they could be sorted by. */
  private void givenMany() {
    List<ArticleBuilder> articles = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      ArticleBuilder article = article("p" + i).title("flood" + " news".repeat(i % 4));
      if (i % 3 > 0) {
        article.date("2024-05-0" + (1 + i % 7) + "T00:00:00Z");
      }
      if (i % 5 > 0) {
        article.quality(i % 5 * 20).heat(i % 2);
      }
      if (i % 6 == 5) {
        article.relatedTo("p" + (i - 1));
      }
      articles.add(article);
    }
    given(articles.toArray(ArticleBuilder[]::new));
  }

  private static List<ArticleId> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.article().id()).toList();
  }

  private Cursor cursor(RequestBuilder request) {
    return search(request).next().orElseThrow();
  }

  private List<ArticleId> walked(RequestBuilder request) {
    List<ArticleId> walked = new ArrayList<>();
    SearchResult result = search(request);
    walked.addAll(ids(result));
    while (result.next().isPresent()) {
      result = search(request.after(result.next().get()));
      assertThat(result.hits()).isNotEmpty();
      walked.addAll(ids(result));
    }
    return walked;
  }

  @ParameterizedTest
  @EnumSource
  void pagesByCursorJoinToTheWhole(SortOrder order) {
    givenMany();
    List<ArticleId> whole = ids(search(find("flood").sort(order).page(1, 100)));
    assertThat(whole).hasSize(MANY);
    assertThat(walked(find("flood").sort(order).page(1, 5))).isEqualTo(whole);
  }

  @ParameterizedTest
  @EnumSource
  void storiesByCursorJoinToTheWhole(SortOrder order) {
    givenMany();
    List<ArticleId> whole = ids(search(find("flood").sort(order).byStory().page(1, 100)));
    assertThat(whole).hasSize(MANY - MANY / 6);
    assertThat(walked(find("flood").sort(order).byStory().page(1, 5))).isEqualTo(whole);
  }

  @Test
  void lastPageHasNoCursor_andNeitherHasAPageOfNothing() {
    givenMany();
    assertThat(search(find("flood").page(1, MANY)).next()).isEmpty();
    assertThat(search(find("flood").page(1, MANY - 1)).next()).isPresent();
    assertThat(search(find("flood").page(1, 0)).next()).isEmpty();
    assertThat(search(find("nothing")).next()).isEmpty();
    assertThat(search(find("flood").page(9, MANY)).next()).isEmpty();
  }

  @Test
  void cursorOfANumberedPageGoesOnBehindIt() {
    givenMany();
    List<ArticleId> whole = ids(search(find("flood").page(1, 100)));
    Cursor behindSecond = cursor(find("flood").page(2, 4));
    assertThat(ids(search(find("flood").page(1, 3).after(behindSecond))))
        .isEqualTo(whole.subList(8, 11));
  }

  @Test
  void pageNumberCountsFromTheCursor() {
    givenMany();
    List<ArticleId> whole = ids(search(find("flood").page(1, 100)));
    Cursor cursor = cursor(find("flood").page(1, 4));
    assertThat(ids(search(find("flood").page(3, 5).after(cursor))))
        .isEqualTo(whole.subList(14, 19));
  }

  @Test
  void totalsAndFacetsAreThoseOfAllHits() {
    givenMany();
    RequestBuilder request = find("flood").page(1, 30).facets(FacetField.KIND);
    SearchResult first = search(request);
    SearchResult second = search(request.after(first.next().orElseThrow()));
    assertThat(second.total()).isEqualTo(MANY);
    assertThat(second.facets()).isEqualTo(first.facets());
    assertThat(search(find("flood").page(1, 30).after(first.next().get())).total()).isEqualTo(MANY);
  }

  @Test
  void scoresGoOnAsTheyWere() {
    givenMany();
    SearchResult whole = search(find("flood").page(1, 100));
    Cursor cursor = cursor(find("flood").page(1, 20));
    assertThat(search(find("flood").page(1, 100).after(cursor)).hits())
        .isEqualTo(whole.hits().subList(20, MANY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%%%", "AAAA", "AQAAAAAAAAAAAAAAAAAA", "naïve", "////", "a b"})
  void whatIsNoCursorIsRefused(String token) {
    givenMany();
    RequestBuilder request = find("flood").after(new Cursor(token));
    assertThatThrownBy(() -> search(request)).isInstanceOf(InvalidCursorException.class);
  }

  @Test
  void damagedCursorIsRefused_whereverTheDamageIs() {
    givenMany();
    String token = cursor(find("flood")).token();
    IntStream.range(0, token.length())
        .forEach(at -> {
          char other = token.charAt(at) == 'A' ? 'B' : 'A';
          String damaged = token.substring(0, at) + other + token.substring(at + 1);
          RequestBuilder request = find("flood").after(new Cursor(damaged));
          assertThatThrownBy(() -> search(request))
              .as("%s of %s", at, token)
              .isInstanceOf(InvalidCursorException.class);
        });
  }

  @Test
  void shortenedCursorIsRefused() {
    givenMany();
    String token = cursor(find("flood")).token();
    for (int length = 1; length < token.length(); length++) {
      RequestBuilder request = find("flood").after(new Cursor(token.substring(0, length)));
      assertThatThrownBy(() -> search(request)).isInstanceOf(InvalidCursorException.class);
    }
  }

  @Test
  void cursorOfAnotherSearchIsRefused() {
    givenMany();
    Cursor cursor = cursor(find("flood"));
    for (RequestBuilder other :
        List.of(
            find("floods"),
            find("flood").sort(SortOrder.NEWEST),
            find("flood").byStory(),
            find("flood").typos(),
            find("flood").any(FacetField.TYPE, "video"),
            find("flood").quality(1, 2))) {
      assertThatThrownBy(() -> search(other.after(cursor)))
          .as("%s", other.build())
          .isInstanceOf(InvalidCursorException.class);
    }
  }

  @Test
  void cursorGoesOnWhereOnlyWhatIsToldOfTheHitsDiffers() {
    givenMany();
    Cursor cursor = cursor(find("flood"));
    SearchResult next =
        search(find("flood").highlight().explain().facets(FacetField.TYPE).after(cursor));
    assertThat(next.hits()).hasSize(10);
  }

  @Test
  void orderOfTheFiltersMakesNoOtherSearch() {
    givenMany();
    Cursor cursor = cursor(find("").none(FacetField.TYPE, "x", "y").none(FacetField.TOPIC, "z"));
    assertThat(
            search(
                    find("")
                        .none(FacetField.TOPIC, "z")
                        .none(FacetField.TYPE, "y", "x")
                        .after(cursor))
                .hits())
        .hasSize(10);
  }

  /** As {@code now-7d} has, when the next page is asked for. */
  @Test
  void boundsOfDatesMayMoveOn() {
    givenMany();
    Cursor cursor =
        cursor(find("").between("2024-05-01T00:00:00Z", "2024-05-08T00:00:00Z").page(1, 3));
    assertThat(
            search(
                    find("")
                        .between("2024-05-01T00:00:01Z", "2024-05-08T00:00:01Z")
                        .page(1, 3)
                        .after(cursor))
                .hits())
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void cursorOfAVeryLongQueryIsShort(boolean byStory) {
    String words =
        String.join(" ", IntStream.range(0, 100).mapToObj(i -> "flooding" + i + "s").toList());
    given(
        IntStream.range(0, 3)
            .mapToObj(i -> article("p" + i).title(words).body(words))
            .toArray(ArticleBuilder[]::new));
    RequestBuilder request = find(words).page(1, 1);
    assertThat(cursor(byStory ? request.byStory() : request).token())
        .hasSizeLessThan(MAX_TOKEN)
        .matches("[A-Za-z0-9_-]+");
  }

  @Test
  void pagesByCursorGoDeeperThanPagesByNumber() {
    given(
        IntStream.range(0, SearchRequest.Page.MAX_DEPTH + 150)
            .mapToObj(i -> article("p" + i).quality(i % 100))
            .toArray(ArticleBuilder[]::new));
    for (SortOrder order : SortOrder.values()) {
      RequestBuilder request = find("").sort(order).page(100, 100);
      Optional<Cursor> deep = search(request).next();
      List<ArticleId> last = walked(find("").sort(order).page(1, 100).after(deep.orElseThrow()));
      assertThat(last).as("%s", order).hasSize(150).doesNotHaveDuplicates();
    }
  }
}
