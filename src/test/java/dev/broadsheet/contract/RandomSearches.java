package dev.broadsheet.contract;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.SortOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes up articles, and requests that find some of them. */
final class RandomSearches {
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

  private final Random random;
  private final int mostTopics;

  RandomSearches(Random random) {
    this.random = random;
    // Fields of a few values are kept in another way than those of many.
    this.mostTopics = chance(2) ? 2 : 7;
  }

  /** So many articles. */
  List<ArticleBuilder> articles(int count) {
    return IntStream.range(0, count).mapToObj(number -> article(number, 0, count)).toList();
  }

  /** A number below another. */
  int number(int bound) {
    return random.nextInt(bound);
  }

  /** Some of all fields. */
  FacetField[] facets() {
    return List.of(FACETS).stream().filter(field -> chance(2)).toArray(FacetField[]::new);
  }

  /** One of some values. */
  <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private String words(int most) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      words.add(any(WORDS));
    }
    return String.join(" ", words);
  }

  /** Whether it happens this time. */
  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  /**
   * An article that may stand under others.
   *
   * @param firstStory the lowest number of these
   * @param stories how many there are
   */
  ArticleBuilder article(int number, int firstStory, int stories) {
    ArticleBuilder article = ArticleBuilder.article("p" + number).title(words(4));
    if (!chance(4)) {
      article.excerpt(words(8));
    }
    if (chance(3)) {
      article.body(words(12));
    }
    if (!chance(8)) {
      article.date(instant().toString());
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
    for (int i = random.nextInt(mostTopics + 1); i > 0; i--) {
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
    if (chance(2)) {
      for (int i = random.nextInt(4); i > 0; i--) {
        // Often under the first few, and sometimes under what isn't there.
        int story = firstStory + random.nextInt(chance(3) ? 10 : stories + 10);
        if (story != number) {
          article.relatedTo("p" + story);
        }
      }
    }
    return article;
  }

  /** Often at the edge of a day or a month. */
  private Instant instant() {
    Instant day = Instant.parse("2023-11-30T00:00:00Z").plusSeconds(86_400L * random.nextInt(70));
    return switch (random.nextInt(3)) {
      case 0 -> day;
      case 1 -> day.minusMillis(1);
      default -> day.plusSeconds(random.nextInt(86_400));
    };
  }

  /** What a visitor might type. */
  String query() {
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

  private Optional<Filter> filter(FacetField field) {
    if (!chance(4)) {
      return Optional.empty();
    }
    if (field == FacetField.DATE) {
      Instant from = instant();
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

  /** A request for the first page. */
  RequestBuilder request() {
    var request = new RequestBuilder().words(query()).facetSize(1000);
    for (FacetField field : FACETS) {
      filter(field).ifPresent(request::filter);
    }
    if (chance(8)) {
      double min = random.nextInt(10) * 10.0;
      request.filter(new Filter.QualityRange(OptionalDouble.of(min), OptionalDouble.of(min + 40)));
    }
    return request.interval(DateInterval.MONTH).sort(any(List.of(SortOrder.values())));
  }
}
