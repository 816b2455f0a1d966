package dev.broadsheet.article;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static dev.broadsheet.fixture.ArticleBuilder.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ArticleBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ArticleMergerTest {
  private static Article merged(Mention... mentions) {
    return ArticleMerger.merge(List.of(mentions)).orElseThrow();
  }

  private static ArticleBuilder x(String title) {
    return article("x").title(title);
  }

  private static ArticleBuilder related(String title, String story) {
    return x(title).relatedTo(story);
  }

  @Test
  void singleMention_isTheItem() {
    Mention mention = x("Alone").topics("AI").in("a.md", 1, 0);
    assertThat(merged(mention)).isEqualTo(mention.article());
  }

  @Test
  void articleWinsOverRelatedOfHigherQuality() {
    Article item =
        merged(related("Related", "a").quality(99).in("a.md", 1, 1), x("Own").in("x.md", 1, 0));
    assertThat(item.text().title()).isEqualTo("Own");
    assertThat(item.kind()).isEqualTo(Kind.ARTICLE);
  }

  @Test
  void amongArticles_higherQualityWins() {
    Article item =
        merged(x("Low").quality(5).in("a.md", 1, 0), x("High").quality(6).in("b.md", 1, 0));
    assertThat(item.text().title()).isEqualTo("High");
    assertThat(item.scores().quality()).hasValue(6);
  }

  @Test
  void knownQuality_winsOverUnknown() {
    Article item = merged(x("Unknown").in("a.md", 1, 0), x("Zero").quality(0).in("b.md", 1, 0));
    assertThat(item.text().title()).isEqualTo("Zero");
  }

  @Test
  void ofEqualQuality_theFirstInTheCorpusWins() {
    Article item =
        merged(
            related("Second entry", "a").in("a.md", 1, 2),
            related("Later line", "a").in("a.md", 9, 1),
            related("Later file", "b").in("b.md", 1, 1),
            related("First", "a").in("a.md", 1, 1));
    assertThat(item.text().title()).isEqualTo("First");
  }

  @Test
  void gapsAreFilledFromTheNextThatKnows() {
    Article item =
        merged(
            x("Own").in("x.md", 1, 0),
            related("Low", "b").quality(1).excerpt("low").category("blog").in("b.md", 1, 1),
            related("High", "a").quality(9).excerpt("high").in("a.md", 1, 1),
            related("None", "c")
                .date("2020-01-01T00:00:00Z")
                .provider("Wire", "wire.example")
                .heat(3)
                .type("video")
                .body("words")
                .in("c.md", 1, 1));
    assertThat(item.text()).isEqualTo(new Text("Own", Optional.of("high"), Optional.of("words")));
    assertThat(item.labels().category()).hasValue("blog");
    assertThat(item.labels().type()).hasValue("video");
    assertThat(item.scores().quality()).hasValue(9);
    assertThat(item.scores().heat()).hasValue(3);
    assertThat(item.publishedAt()).hasValue(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(item.provider().orElseThrow().key()).isEqualTo("wire.example");
  }

  @Test
  void whatTheWinnerSays_isNotOverwritten() {
    Article item =
        merged(
            x("Own").excerpt("own").category("news").in("x.md", 1, 0),
            related("R", "a").quality(9).excerpt("other").category("blog").in("a.md", 1, 1));
    assertThat(item.text().excerpt()).hasValue("own");
    assertThat(item.labels().category()).hasValue("news");
  }

  @Test
  void topicsAndTagsAreUnited_inTheWinnersSpelling() {
    Article item =
        merged(
            related("R", "a").topics("ai", "Oceans").tags("deep").in("a.md", 1, 1),
            x("Own").topics("AI").tags("Blue").in("x.md", 1, 0));
    assertThat(item.labels().topics()).containsExactly("AI", "Oceans");
    assertThat(item.labels().tags()).containsExactly("Blue", "deep");
  }

  @Test
  void storiesAreUnited_inTheOrderOfTheirIds() {
    Article item =
        merged(
            related("R", "a").in("a.md", 1, 1),
            related("R", "b").in("b.md", 1, 1),
            related("R", "a").in("a.md", 1, 2));
    assertThat(item.stories()).containsExactlyInAnyOrder(idOf("a"), idOf("b")).isSorted();
  }

  @Test
  void itemIsNotItsOwnStory() {
    Article item = merged(x("Own").in("x.md", 1, 0), related("R", "x").in("x.md", 1, 1));
    assertThat(item.stories()).isEmpty();
  }

  @Test
  void winnerSaysWhetherItIsPublished() {
    Article item =
        merged(x("Own").unpublished().in("x.md", 1, 0), related("R", "a").in("a.md", 1, 1));
    assertThat(item.published()).isFalse();
  }

  @Test
  void removalByAnArticle_winsOverRelatedMentions() {
    assertThat(
            ArticleMerger.merge(
                List.of(
                    related("R", "a").quality(99).in("a.md", 1, 1),
                    x("Own").removed().in("x.md", 1, 0))))
        .isEmpty();
  }

  @Test
  void removalByOneOfTwoArticles_isEnough() {
    assertThat(
            ArticleMerger.merge(
                List.of(
                    x("Best").quality(99).in("a.md", 1, 0), x("Worst").removed().in("b.md", 1, 0))))
        .isEmpty();
  }

  @Test
  void removalByRelatedMention_countsWithoutAnArticle() {
    assertThat(
            ArticleMerger.merge(
                List.of(
                    related("R", "a").quality(9).in("a.md", 1, 1),
                    related("R", "b").removed().in("b.md", 1, 1))))
        .isEmpty();
  }

  @Test
  void removalByRelatedMention_doesNotCountBesideAnArticle() {
    Article item = merged(x("Own").in("x.md", 1, 0), related("R", "a").removed().in("a.md", 1, 1));
    assertThat(item.text().title()).isEqualTo("Own");
  }

  @Test
  void everyOrderOfTheMentions_makesTheSameItem() {
    List<Mention> mentions =
        List.of(
            x("Twin").topics("B", "a").excerpt("twin").in("x2.md", 1, 0),
            x("Own").topics("A").in("x.md", 1, 0),
            related("R1", "a").quality(5).topics("b").heat(1).in("a.md", 1, 1),
            related("R2", "b").quality(5).topics("C").heat(2).in("b.md", 1, 1),
            related("R3", "c").tags("t", "T").category("news").in("c.md", 1, 1),
            related("R4", "x").category("blog").body("words").in("c.md", 1, 2));
    Set<Article> items = new HashSet<>();
    List<List<Mention>> orders = permutations(mentions);
    orders.forEach(order -> items.add(ArticleMerger.merge(order).orElseThrow()));
    assertThat(orders).hasSize(720);
    assertThat(items).hasSize(1);
  }

  @Test
  void ofTooManyMentions_thoseCountThatWin() {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < ArticleMerger.MAX_MENTIONS + 5; i++) {
      mentions.add(related("Related", "a").in("a.jsonl", i + 1, 1));
    }
    mentions.add(related("Good", "a").quality(7).in("b.md", 1, 1));
    mentions.add(x("Own").in("c.md", 1, 0));
    assertThat(ArticleMerger.first(mentions))
        .hasSize(ArticleMerger.MAX_MENTIONS)
        .startsWith(mentions.getLast(), mentions.get(mentions.size() - 2))
        .endsWith(mentions.get(ArticleMerger.MAX_MENTIONS - 3));
    assertThat(ArticleMerger.first(mentions.subList(0, 3))).isEqualTo(mentions.subList(0, 3));
  }

  private static <T> List<List<T>> permutations(List<T> values) {
    if (values.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      List<T> rotated = new ArrayList<>(values);
      Collections.rotate(rotated, -i);
      T first = rotated.removeFirst();
      permutations(rotated)
          .forEach(rest -> {
            List<T> order = new ArrayList<>(rest);
            order.addFirst(first);
            all.add(order);
          });
    }
    return all;
  }
}
