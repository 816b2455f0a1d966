package dev.broadsheet.http;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Image;
import dev.broadsheet.article.Kind;
import dev.broadsheet.article.Labels;
import dev.broadsheet.article.Links;
import dev.broadsheet.article.Media;
import dev.broadsheet.article.Provider;
import dev.broadsheet.article.Scores;
import dev.broadsheet.article.Text;
import dev.broadsheet.fixture.Results;
import dev.broadsheet.search.Coverage;
import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Answers to write. */
final class Answers {
  static final ArticleId ID = new ArticleId("0123456789abcdef01234567");
  private static final ArticleId STORY = new ArticleId("fedcba98765432100fedcba9");

  private Answers() {}

  /** Every field has a value. */
  static SearchResult full() {
    return Results.result(7, true, List.of(fullHit(), bareHit("Bare")), facets());
  }

  /** Nothing found, nothing counted. */
  static SearchResult empty() {
    return Results.result(0, true, List.of(), List.of());
  }

  /** One hit, of which only the title is known, out of perhaps more. */
  static SearchResult bare(String title) {
    return Results.result(1, false, List.of(bareHit(title)), List.of());
  }

  /** Everything that a search can tell besides. */
  static SearchResult explainedStories() {
    Hit hit = fullHit();
    var story =
        new Hit(
            hit.article(),
            hit.score(),
            hit.stories(),
            Optional.empty(),
            Optional.of(new Hit.ScoreParts(7.0000001, 1.3, 1)),
            Optional.of(new Hit.StoryGroup(coverage(), List.of(bareHit("Elsewhere")))));
    return new SearchResult(
        1,
        true,
        List.of(story),
        List.of(),
        new Wording(Optional.of("facebook ads"), Optional.of("face book"), true),
        Optional.of(new Cursor("bmV4dA")),
        "g1.1");
  }

  static Coverage coverage() {
    return new Coverage(
        7,
        4,
        Optional.of(Instant.parse("2019-12-20T20:43:00Z")),
        Optional.of(Instant.parse("2019-12-22T00:00:00Z")));
  }

  static Hit fullHit() {
    var article =
        new Article(
            ID,
            Kind.RELATED,
            new Text(
                "Facebook & <Twitter> “remove” fakes 🎉",
                Optional.of("An excerpt."),
                Optional.empty()),
            new Links(
                Optional.of("https://wsj.com/a?b=c"),
                Optional.of("https://wsj.com/amp/a"),
                Optional.of("https://wsj-com.cdn.ampproject.org/c/a")),
            new Labels(
                Optional.of("news"),
                Optional.of("video"),
                List.of("AI", "Facebook AI"),
                List.of("x")),
            Optional.of(Instant.parse("2019-12-20T20:43:00Z")),
            new Scores(OptionalDouble.of(88), OptionalDouble.of(0.25)),
            false,
            Optional.of(
                new Provider(
                    Optional.of("Wall Street Journal"),
                    Optional.of("wsj.com"),
                    List.of(image("https://wsj.com/logo.png", 50)))),
            new Media(
                List.of(
                    image("https://wsj.com/1.jpg", 1280),
                    new Image(
                        "/2.jpg", OptionalInt.empty(), OptionalInt.empty(), Optional.of("Two"))),
                Optional.of(Duration.ofSeconds(90))),
            List.of(STORY));
    return Results.hit(
        article,
        OptionalDouble.of(9.1000001),
        List.of(new Hit.Story(STORY, "The story")),
        Optional.of(
            new Hit.Highlight("<mark>Facebook</mark> &amp; …", Optional.of("An excerpt."))));
  }

  static Hit bareHit(String title) {
    var article =
        new Article(
            STORY,
            Kind.ARTICLE,
            new Text(title, Optional.empty(), Optional.empty()),
            Links.NONE,
            Labels.NONE,
            Optional.of(Instant.parse("2019-12-20T20:43:00.120Z")),
            Scores.NONE,
            true,
            Optional.empty(),
            Media.NONE,
            List.of());
    return Results.hit(article, OptionalDouble.empty(), List.of(), Optional.empty());
  }

  private static Image image(String url, int width) {
    return new Image(url, OptionalInt.of(width), OptionalInt.of(width / 2), Optional.empty());
  }

  private static List<FacetCounts> facets() {
    return List.of(
        new FacetCounts(
            FacetField.TOPIC,
            List.of(
                new FacetCounts.Value("AI", Optional.empty(), 7, true),
                new FacetCounts.Value("Facebook AI", Optional.empty(), 3, false))),
        new FacetCounts(
            FacetField.PROVIDER,
            List.of(
                new FacetCounts.Value("msn.com", Optional.of("NBC News on MSN.com"), 1, false))),
        new FacetCounts(FacetField.TAG, List.of()),
        new FacetCounts(
            FacetField.DATE,
            List.of(new FacetCounts.Value("2019-12", Optional.empty(), 7, false))));
  }
}
