package dev.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.FoldedText;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.search.Coverage;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.FacetSearchRequest;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Random requests over random articles, held against a matcher that looks at each of them. */
public abstract class RandomSearchContract {
  private static final int ARTICLES = 400;
  private static final int REQUESTS = 300;

  private RandomSearches random;
  private SearchEngine engine;
  private NaiveMatcher naive;
  private NaiveStories stories;

  /** An engine over these articles, each told by a file of its own. */
  protected abstract SearchEngine open(List<ArticleBuilder> articles);

  @BeforeEach
  void openEngine() {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println(getClass().getSimpleName() + ": -Dtest.seed=" + seed);
    random = new RandomSearches(new Random(seed));
    List<ArticleBuilder> articles = random.articles(ARTICLES);
    engine = open(articles);
    List<Article> built = articles.stream().map(ArticleBuilder::build).toList();
    naive = new NaiveMatcher(built);
    stories = new NaiveStories(built);
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  private static List<ArticleId> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.article().id()).toList();
  }

  @Test
  void totalsAndHitsAreThoseOfAMatcherThatLooksAtEveryArticle() {
    for (int i = 0; i < REQUESTS; i++) {
      RequestBuilder builder = random.request().page(1, ARTICLES).facets(random.facets());
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

  @Test
  void facetsAreCountedAsIfTheirOwnFilterWereNotThere() {
    for (int i = 0; i < REQUESTS; i++) {
      SearchRequest request = random.request().page(1, 0).facets(random.facets()).build();
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
      String words = random.query();
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
      RequestBuilder request = random.request().facets(FacetField.KIND);
      List<ArticleId> whole = ids(engine.search(request.page(1, ARTICLES).build()));
      int size = 1 + random.number(50);
      List<ArticleId> joined = new ArrayList<>();
      for (int page = 1; joined.size() < whole.size(); page++) {
        List<ArticleId> some = ids(engine.search(request.page(page, size).build()));
        assertThat(some).as("page %s of %s", page, request.build()).isNotEmpty();
        joined.addAll(some);
      }
      assertThat(joined).as("%s", request.build()).isEqualTo(whole);
    }
  }

  @Test
  void cursorsJoinToTheWhole() {
    for (int i = 0; i < REQUESTS / 10; i++) {
      RequestBuilder request = random.request().facets(random.facets());
      if (random.chance(2)) {
        request.byStory();
      }
      List<Hit> whole = engine.search(request.page(1, ARTICLES).build()).hits();
      List<Hit> joined = new ArrayList<>();
      SearchResult page = engine.search(request.page(1, 1 + random.number(50)).build());
      joined.addAll(page.hits());
      while (page.next().isPresent()) {
        request.page(1, 1 + random.number(50)).after(page.next().get());
        page = engine.search(request.build());
        assertThat(page.hits()).as("%s", request.build()).isNotEmpty();
        joined.addAll(page.hits());
      }
      assertThat(joined).as("%s", request.build()).isEqualTo(whole);
    }
  }

  // Stories

  @Test
  void storiesAreTheItemsFoldedInTheirOrder() {
    for (int i = 0; i < REQUESTS / 3; i++) {
      RequestBuilder builder = random.request().page(1, ARTICLES).facets(random.facets());
      SearchRequest request = builder.build();
      Map<ArticleId, List<Hit>> folded = new LinkedHashMap<>();
      for (Hit hit : engine.search(request).hits()) {
        folded.computeIfAbsent(stories.of(hit.article()), unseen -> new ArrayList<>()).add(hit);
      }
      SearchResult grouped = engine.search(builder.byStory().build());
      assertThat(grouped.total()).as("%s", request).isEqualTo(folded.size());
      assertThat(grouped.totalIsExact()).isTrue();
      assertThat(grouped.hits())
          .as("%s", request)
          .isEqualTo(folded.values().stream().map(RandomSearchContract::folded).toList());
    }
  }

  private static Hit folded(List<Hit> story) {
    Hit best = story.getFirst();
    List<Instant> dates =
        story.stream().flatMap(hit -> hit.article().publishedAt().stream()).sorted().toList();
    long providers =
        story.stream()
            .flatMap(hit -> hit.article().provider().stream())
            .map(provider -> FoldedText.of(provider.key()))
            .distinct()
            .count();
    return new Hit(
        best.article(),
        best.score(),
        best.stories(),
        best.highlight(),
        best.explanation(),
        Optional.of(
            new Hit.StoryGroup(
                new Coverage(
                    story.size(),
                    providers,
                    dates.stream().findFirst(),
                    dates.reversed().stream().findFirst()),
                story.stream().skip(1).limit(3).toList())));
  }

  @Test
  void facetsOfStoriesAreCountedAsIfTheirOwnFilterWereNotThere() {
    for (int i = 0; i < REQUESTS / 3; i++) {
      SearchRequest request = random.request().byStory().page(1, 0).facets(random.facets()).build();
      for (FacetCounts facet : engine.search(request).facets()) {
        assertThat(counts(facet))
            .as("%s of %s", facet.field(), request)
            .isEqualTo(naive.facet(request, facet.field(), stories::of));
      }
    }
  }

  @Test
  void facetCountOfStoriesIsTheTotalOfTheSearchFilteredByIt() {
    for (int i = 0; i < REQUESTS / 10; i++) {
      String words = random.query();
      RequestBuilder request =
          new RequestBuilder()
              .words(words)
              .byStory()
              .facetSize(1000)
              .facets(FacetField.TOPIC, FacetField.PROVIDER, FacetField.KIND);
      for (FacetCounts facet : engine.search(request.build()).facets()) {
        for (FacetCounts.Value value : facet.values()) {
          SearchRequest filtered =
              new RequestBuilder()
                  .words(words)
                  .byStory()
                  .any(facet.field(), value.value())
                  .page(1, 0)
                  .build();
          assertThat(engine.search(filtered).total())
              .as("%s of %s", value, words)
              .isEqualTo(value.count());
        }
      }
    }
  }

  @Test
  void pagesOfStoriesJoinToTheWhole() {
    for (int i = 0; i < REQUESTS / 10; i++) {
      RequestBuilder request = random.request().byStory().facets(FacetField.KIND);
      List<Hit> whole = engine.search(request.page(1, ARTICLES).build()).hits();
      int size = 1 + random.number(50);
      List<Hit> joined = new ArrayList<>();
      for (int page = 1; joined.size() < whole.size(); page++) {
        List<Hit> some = engine.search(request.page(page, size).build()).hits();
        assertThat(some).as("page %s of %s", page, request.build()).isNotEmpty();
        joined.addAll(some);
      }
      assertThat(joined).as("%s", request.build()).isEqualTo(whole);
    }
  }

  @Test
  void valuesFoundInAFacetAreThoseThatAreCounted() {
    for (int i = 0; i < REQUESTS / 3; i++) {
      FacetField field = random.any(List.of(FacetField.TOPIC, FacetField.TAG, FacetField.TYPE));
      List<Filter> filters = random.request().build().filters();
      var asked = new FacetSearchRequest(field, "", filters, 1000);
      SearchRequest items =
          new RequestBuilder().filters(filters).facetSize(1000).facets(field).build();
      assertThat(engine.searchFacet(asked).counts())
          .as("%s", asked)
          .isEqualTo(engine.search(items).facets().getFirst());
    }
  }
}
