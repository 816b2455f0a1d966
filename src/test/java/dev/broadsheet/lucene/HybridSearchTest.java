package dev.broadsheet.lucene;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.FakeEmbedder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.indexing.IndexTarget;
import dev.broadsheet.indexing.MeaningReindexer;
import dev.broadsheet.indexing.ReindexProgress;
import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.IndexStats;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchObserver;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SimilarRequest;
import dev.broadsheet.search.SortOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HybridSearchTest {
  private final FakeEmbedder embedder = new FakeEmbedder();

  @TempDir private Path folder;
  private IndexTarget target;
  private SearchEngine engine;

  @BeforeEach
  void fillIndex() {
    target = LuceneEngine.target(folder, LuceneSettings.DEFAULT, Optional.of(embedder.space()));
    TestIndex.write(target, articles());
    engine = open();
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  private SearchEngine open() {
    return LuceneEngine.open(
        folder,
        LuceneSettings.DEFAULT,
        Optional.empty(),
        SearchObserver.NONE,
        Optional.of(embedder));
  }

  private static List<ArticleBuilder> articles() {
    List<ArticleBuilder> articles = new ArrayList<>();
    articles.add(article("exact").title("Robot doctors are here").topics("AI"));
    articles.add(article("near").title("AI outperforms radiologists").topics("Health"));
    articles.add(article("some").title("A robot arm paints a fence").topics("AI"));
    articles.add(article("far").title("Striker scores a late goal").topics("Sport"));
    articles.add(article("plane").title("The 737 lands in Lyon"));
    for (int i = 0; i < 12; i++) {
      articles.add(
          article("clinic" + i)
              .title("Computer helps surgeon number " + i)
              .topics("Health")
              .quality(i));
    }
    return articles;
  }

  private void embed() {
    new MeaningReindexer(target, embedder, 2).run(ReindexProgress.SILENT);
    engine.close();
    engine = open();
  }

  private SearchResult search(String words) {
    return engine.search(hybrid(words).build());
  }

  private static RequestBuilder hybrid(String words) {
    return new RequestBuilder().words(words).meaning().page(1, 50);
  }

  private static List<String> titles(SearchResult result) {
    return result.hits().stream().map(hit -> hit.article().text().title()).toList();
  }

  @Test
  void whatIsToldInOtherWords_isFoundAndMarked() {
    embed();
    SearchResult result = search("robot doctors");
    assertThat(titles(result)).startsWith("Robot doctors are here");
    assertThat(titles(result))
        .contains("AI outperforms radiologists")
        .doesNotContain("Striker scores a late goal");
    for (Hit hit : result.hits()) {
      boolean hasWord = hit.article().text().title().toLowerCase(Locale.ROOT).contains("robot");
      assertThat(hit.byMeaning()).isEqualTo(!hasWord);
    }
  }

  /** Two thirds of the way from the hundredth of them to the best. */
  @Test
  void whatIsNearest_standsHigh_howeverManyHaveSomeOfTheWords() {
    List<ArticleBuilder> articles = new ArrayList<>(articles());
    articles.add(article("nearest").title("Computer outperforms surgeon").quality(60));
    for (int i = 0; i < 150; i++) {
      articles.add(article("robot" + i).title("A robot paints fence " + i).quality(i));
    }
    TestIndex.write(target, articles);
    embed();
    List<String> titles = titles(engine.search(hybrid("robot doctors").page(1, 100).build()));
    assertThat(titles).startsWith("Robot doctors are here");
    assertThat(titles.indexOf("Computer outperforms surgeon")).isBetween(2, 70);
  }

  @Test
  void totalAndFacets_countWhatMeaningAdds_andTheAnswerSaysHowMuch() {
    embed();
    SearchResult words = engine.search(new RequestBuilder().words("robot doctors").build());
    SearchResult result = engine.search(hybrid("robot doctors").facets(FacetField.TOPIC).build());
    assertThat(result.byMeaning()).hasValue(13);
    assertThat(result.total()).isEqualTo(words.total() + 13).isEqualTo(result.hits().size());
    assertThat(result.facets().getFirst().values())
        .extracting(FacetCounts.Value::value, FacetCounts.Value::count)
        .contains(tuple("Health", 13L));
    assertThat(words.byMeaning()).isEmpty();
  }

  @Test
  void filters_holdInsideTheSearchByMeaning() {
    embed();
    SearchResult result =
        engine.search(hybrid("robot doctors").any(FacetField.TOPIC, "AI").build());
    assertThat(titles(result))
        .containsExactlyInAnyOrder("Robot doctors are here", "A robot arm paints a fence");
    assertThat(result.byMeaning()).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"robot doctors\"",
        "robot -doctors",
        "robot OR doctors",
        "title:robot doctors",
        "robot doct*",
        "737",
        ""
      })
  void exactWishes_stayWords(String query) {
    embed();
    SearchResult words = engine.search(new RequestBuilder().words(query).page(1, 50).build());
    SearchResult result = search(query);
    assertThat(result.hits()).isEqualTo(words.hits());
    assertThat(result.byMeaning()).isEmpty();
  }

  @Test
  void withoutVectors_wordsAreSearched() {
    SearchResult words =
        engine.search(new RequestBuilder().words("robot doctors").page(1, 50).build());
    SearchResult result = search("robot doctors");
    assertThat(result.hits()).isEqualTo(words.hits());
    assertThat(result.byMeaning()).isEmpty();
    assertThat(embedder.asked()).isZero();
    assertThat(engine.stats().vectors()).contains(new IndexStats.Vectors("fake", 0));
  }

  @Test
  void stats_tellHowManyVectorsThereAre() {
    embed();
    assertThat(engine.stats().vectors()).contains(new IndexStats.Vectors("fake", 17));
  }

  @Test
  void quality_liftsWhatIsFoundByMeaning() {
    embed();
    List<String> found =
        titles(search("robot doctors")).stream().filter(it -> it.startsWith("Computer")).toList();
    assertThat(found.indexOf("Computer helps surgeon number 11"))
        .isLessThan(found.indexOf("Computer helps surgeon number 0"));
  }

  @Test
  void vectorsOfQueries_areRemembered() {
    embed();
    int before = embedder.asked();
    search("robot doctors");
    engine.search(hybrid("robot doctors").any(FacetField.TOPIC, "Health").build());
    assertThat(embedder.asked()).isEqualTo(before + 1);
  }

  @Test
  void explanation_addsUp() {
    embed();
    for (Hit hit : engine.search(hybrid("robot doctors").explain().build()).hits()) {
      Hit.ScoreParts parts = hit.explanation().orElseThrow();
      assertThat((parts.text() + parts.meaning().orElse(0)) * parts.quality() * parts.recency())
          .isCloseTo(hit.score().orElseThrow(), within(1e-4));
      assertThat(hit.byMeaning()).isEqualTo(parts.text() < 1e-5);
    }
  }

  @ParameterizedTest
  @EnumSource(SortOrder.class)
  void pages_neitherRepeatNorMiss(SortOrder sort) {
    embed();
    List<String> whole = titles(engine.search(hybrid("robot doctors").sort(sort).build()));
    assertThat(walk(sort, false)).isEqualTo(whole).hasSize(15);
  }

  @Test
  void storiesByCursor_neitherRepeatNorMiss() {
    embed();
    assertThat(walk(SortOrder.RELEVANCE, true)).hasSize(15).doesNotHaveDuplicates();
  }

  private List<String> walk(SortOrder sort, boolean byStory) {
    List<String> walked = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      RequestBuilder request = hybrid("robot doctors").sort(sort).page(1, 4);
      if (byStory) {
        request.byStory();
      }
      after.ifPresent(request::after);
      SearchResult page = engine.search(request.build());
      walked.addAll(titles(page));
      after = page.next();
    } while (after.isPresent());
    return walked;
  }

  @Test
  void whatStays_comesOnce_thoughTheIndexIsChangedBetweenPages() {
    embed();
    SearchResult first = engine.search(hybrid("robot doctors").page(1, 5).build());
    List<ArticleBuilder> changed = new ArrayList<>(articles());
    changed.add(article("new").title("A machine in the hospital"));
    TestIndex.write(target, changed);
    embed();
    SearchResult rest =
        engine.search(
            hybrid("robot doctors").page(1, 50).after(first.next().orElseThrow()).build());
    List<String> all = new ArrayList<>(titles(first));
    all.addAll(titles(rest));
    all.remove("A machine in the hospital");
    assertThat(new HashSet<>(all)).hasSize(15);
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void similar_isFoundByMeaning() {
    embed();
    var near = new SimilarRequest(ArticleBuilder.idOf("near"), List.of(), 3);
    assertThat(engine.similar(near).orElseThrow().hits())
        .hasSize(3)
        .allMatch(hit -> !hit.article().text().title().startsWith("Striker"));
  }
}
