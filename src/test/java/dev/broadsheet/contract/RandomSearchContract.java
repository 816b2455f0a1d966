package dev.broadsheet.contract;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.FoldedText;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Random requests over random articles, held against a matcher that looks at each of them. */
public abstract class RandomSearchContract {
  private static final int ARTICLES = 400;
  private static final int REQUESTS = 300;

  private static final List<String> WORDS =
      List.of(
          "bank",
          "river",
          "moon",
          "ship",
          "port",
          "film",
          "goal",
          "vote",
          "law",
          "tax",
          "sun",
          "rain",
          "road",
          "king",
          "farm",
          "bankrupt",
          "portrait",
          "sunk");
  private static final List<String> TOPICS =
      List.of("AI", "ai", "Moon Law", "Oceans", "oceans", "NO", "River");
  private static final List<String[]> PROVIDERS =
      List.of(
          new String[] {"Bank Daily", "daily.example"},
          new String[] {"Bank daily", "other.example"},
          new String[] {"River Wire", "wire.example"},
          new String[] {"Wire", "wire.example"});
  private static final List<String> TYPES = List.of("article", "Article", "video");
  private static final FacetField[] FACETS = FacetField.values();

  private Random random;
  private SearchEngine engine;
  private NaiveMatcher naive;

  /** An engine over these articles, each told by a file of its own. */
  protected abstract SearchEngine open(List<ArticleBuilder> articles);

  @BeforeEach
  void openEngine() {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println(getClass().getSimpleName() + ": -Dtest.seed=" + seed);
    random = new Random(seed);
    List<ArticleBuilder> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      articles.add(randomArticle(i));
    }
    engine = open(articles);
    naive = new NaiveMatcher(articles.stream().map(ArticleBuilder::build).toList());
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private String words(int most) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      words.add(any(WORDS));
    }
    return String.join(" ", words);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private ArticleBuilder randomArticle(int number) {
    ArticleBuilder article = article("p" + number).title(words(4));
    if (!chance(4)) {
      article.excerpt(words(8));
    }
    if (chance(3)) {
      article.body(words(12));
    }
    if (!chance(8)) {
      article.date(randomInstant().toString());
    }
    if (!chance(5)) {
      article.quality(random.nextInt(12) * 10);
    }
    if (!chance(3)) {
      article.heat(random.nextInt(4));
    }
    if (chance(4)) {
      article.unpublished();
    }
    if (!chance(5)) {
      String[] provider = any(PROVIDERS);
      article.provider(provider[0], provider[1]);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      article.topics(any(TOPICS));
    }
    if (chance(3)) {
      article.tags(any(TOPICS));
    }
    if (!chance(6)) {
      article.type(any(TYPES));
    }
    if (!chance(6)) {
      article.category(chance(2) ? "news" : "opinion");
    }
    if (number > 0 && chance(3)) {
      article.relatedTo("p" + random.nextInt(number));
    }
    return article;
  }

  /** Often at the edge of a day or a month. */
  private Instant randomInstant() {
    Instant day = Instant.parse("2023-11-30T00:00:00Z").plusSeconds(86_400L * random.nextInt(70));
    return switch (random.nextInt(3)) {
      case 0 -> day;
      case 1 -> day.minusMillis(1);
      default -> day.plusSeconds(random.nextInt(86_400));
    };
  }

  private String randomQuery() {
    List<String> terms = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      terms.add(
          switch (random.nextInt(8)) {
            case 0 -> "-" + any(WORDS);
            case 1 -> any(WORDS) + " OR " + any(WORDS);
            case 2 -> "\"" + any(WORDS) + " " + any(WORDS) + "\"";
            case 3 -> any(WORDS).substring(0, 2) + "*";
            case 4 -> any(List.of("title:", "excerpt:", "body:", "topic:")) + any(WORDS);
            case 5 -> "provider:" + any(List.of("bank", "wire", "daily", "wire.example"));
            default -> any(WORDS);
          });
    }
    return String.join(" ", terms);
  }

  private Optional<Filter> randomFilter(FacetField field) {
    if (!chance(4)) {
      return Optional.empty();
    }
    if (field == FacetField.DATE) {
      Instant from = randomInstant();
      return Optional.of(
          new Filter.DateRange(
              chance(3) ? Optional.empty() : Optional.of(from),
              chance(3) ? Optional.empty() : Optional.of(from.plusSeconds(86_400L * 20))));
    }
    List<String> choices =
        switch (field) {
          case TOPIC, TAG -> TOPICS;
          case PROVIDER -> List.of("bank daily", "WIRE.example", "daily.example", "Wire", "nobody");
          case CATEGORY -> List.of("news", "OPINION");
          case TYPE -> TYPES;
          case KIND -> List.of("article", "related");
          case PUBLISHED, DATE -> List.of("true", "false");
        };
    return Optional.of(
        chance(3)
            ? new Filter.Values(field, List.of(), List.of(any(choices)))
            : new Filter.Values(
                field,
                List.of(any(choices), any(choices)),
                chance(4) ? List.of(any(choices)) : List.of()));
  }

  private RequestBuilder randomRequest() {
    var request = new RequestBuilder().words(randomQuery()).facetSize(1000);
    for (FacetField field : FACETS) {
      randomFilter(field).ifPresent(request::filter);
    }
    if (chance(8)) {
      double min = random.nextInt(10) * 10.0;
      request.filter(new Filter.QualityRange(OptionalDouble.of(min), OptionalDouble.of(min + 40)));
    }
    return request.interval(DateInterval.MONTH).sort(any(List.of(SortOrder.values())));
  }

  private static List<ArticleId> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.article().id()).toList();
  }

  @Test
  void totalsAndHitsAreThoseOfAMatcherThatLooksAtEveryArticle() {
    for (int i = 0; i < REQUESTS; i++) {
      RequestBuilder builder = randomRequest().page(1, ARTICLES).facets(randomFacets());
      SearchRequest request = builder.build();
      List<Article> expected = naive.matches(request);
      SearchResult result = engine.search(request);
      if (result.totalIsExact()) {
        assertThat(result.total()).as("%s", request).isEqualTo(expected.size());
      }
      if (request.sort() == SortOrder.RELEVANCE) {
        assertThat(ids(result))
            .as("%s", request)
            .containsExactlyInAnyOrderElementsOf(expected.stream().map(Article::id).toList());
        assertThat(engine.search(request).hits()).isEqualTo(result.hits());
      } else {
        assertThat(ids(result))
            .as("%s", request)
            .isEqualTo(
                expected.stream()
                    .sorted(NaiveMatcher.order(request.sort()))
                    .map(Article::id)
                    .toList());
      }
    }
  }

  private FacetField[] randomFacets() {
    return List.of(FACETS).stream().filter(field -> chance(2)).toArray(FacetField[]::new);
  }

  @Test
  void facetsAreCountedAsIfTheirOwnFilterWereNotThere() {
    for (int i = 0; i < REQUESTS; i++) {
      SearchRequest request = randomRequest().page(1, 0).facets(randomFacets()).build();
      SearchResult result = engine.search(request);
      for (FacetCounts facet : result.facets()) {
        assertThat(counts(facet))
            .as("%s of %s", facet.field(), request)
            .isEqualTo(naive.facet(request, facet.field()));
      }
    }
  }

  /** Without the selected values that nothing holds, which are listed all the same. */
  private static Map<String, Long> counts(FacetCounts facet) {
    Map<String, Long> counts = new TreeMap<>();
    facet.values().stream()
        .filter(value -> value.count() > 0)
        .forEach(value -> counts.put(FoldedText.of(value.value()), value.count()));
    return counts;
  }

  @Test
  void facetCountIsTheTotalOfTheSearchFilteredByIt() {
    for (int i = 0; i < REQUESTS / 10; i++) {
      String words = randomQuery();
      SearchResult result =
          engine.search(
              new RequestBuilder()
                  .words(words)
                  .facetSize(1000)
                  .facets(FacetField.TOPIC, FacetField.PROVIDER, FacetField.TYPE, FacetField.TAG)
                  .build());
      for (FacetCounts facet : result.facets()) {
        for (FacetCounts.Value value : facet.values()) {
          SearchResult filtered =
              engine.search(
                  new RequestBuilder()
                      .words(words)
                      .any(facet.field(), value.value())
                      .page(1, 0)
                      .build());
          assertThat(filtered.total()).as("%s of %s", value, words).isEqualTo(value.count());
        }
      }
    }
  }

  @Test
  void pagesJoinToTheWhole() {
    for (int i = 0; i < REQUESTS / 10; i++) {
      // With a facet, hits are not counted on the way, so that the engine skips what it can.
      RequestBuilder request = randomRequest().facets(FacetField.KIND);
      List<ArticleId> whole = ids(engine.search(request.page(1, ARTICLES).build()));
      int size = 1 + random.nextInt(50);
      List<ArticleId> joined = new ArrayList<>();
      for (int page = 1; joined.size() < whole.size(); page++) {
        List<ArticleId> some = ids(engine.search(request.page(page, size).build()));
        assertThat(some).as("page %s of %s", page, request.build()).isNotEmpty();
        joined.addAll(some);
      }
      assertThat(joined).as("%s", request.build()).isEqualTo(whole);
    }
  }
}
