package dev.broadsheet.http;

import dev.broadsheet.article.Article;
import dev.broadsheet.search.Coverage;
import dev.broadsheet.search.Hit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Writes hits. An absent value and an empty list are left out. */
final class HitJson {
  /** Enough to tell scores apart, few enough to be the same on every machine. */
  private static final MathContext SCORE_DIGITS = new MathContext(6);

  /** What makes a score of usual size a number of six digits before the point. */
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

  private static final double SMALLEST = 1e5;
  private static final double LARGEST = 1e6;

  private HitJson() {}

  /** Writes hits as an array. */
  static void write(JsonWriter json, String name, List<Hit> hits) {
    json.name(name);
    json.startArray();
    for (Hit hit : hits) {
      json.startObject();
      writeFields(json, hit);
      json.endObject();
    }
    json.endArray();
  }

  /** Writes what there is of a hit into an object that is open. */
  static void writeFields(JsonWriter json, Hit hit) {
    Article article = hit.article();
    json.property("id", article.id().value());
    json.property("kind", article.kind().label());
    hit.score().ifPresent(score -> score(json, "score", score));
    if (hit.byMeaning()) {
      json.property("byMeaning", true);
    }
    ArticleJson.write(json, article);
    writeStories(json, hit.stories());
    hit.highlight().ifPresent(highlight -> write(json, highlight));
    hit.explanation().ifPresent(parts -> write(json, parts));
    hit.group()
        .ifPresent(group -> {
          write(json, group.coverage());
          write(json, "related", group.related());
        });
  }

  /** Writes how widely a story is told. */
  static void write(JsonWriter json, Coverage coverage) {
    json.name("coverage");
    json.startObject();
    json.property("items", coverage.items());
    json.property("providers", coverage.providers());
    JsonText.text(json, "firstSeen", coverage.firstSeen().map(Object::toString));
    JsonText.text(json, "lastSeen", coverage.lastSeen().map(Object::toString));
    json.endObject();
  }

  private static void write(JsonWriter json, Hit.ScoreParts parts) {
    json.name("explanation");
    json.startObject();
    score(json, "text", parts.text());
    score(json, "quality", parts.quality());
    score(json, "recency", parts.recency());
    parts.meaning().ifPresent(meaning -> score(json, "meaning", meaning));
    json.endObject();
  }

  private static void score(JsonWriter json, String name, double score) {
    json.name(name);
    json.number(digits(score));
  }

  /** Rounded half up, as the decimal digits of the double have it. */
  static String digits(double score) {
    for (int i = 0; i < POWERS.length; i++) {
      double scaled = score * POWERS[i];
      if (scaled >= SMALLEST && scaled < LARGEST) {
        double whole = Math.floor(scaled);
        double rest = scaled - whole;
        // What the product lost when it was rounded itself decides where it looks like a tie.
        double lost = Math.fma(score, POWERS[i], -scaled);
        boolean up = rest > 0.5 || (rest == 0.5 && lost >= 0);
        return JsonText.digits(BigDecimal.valueOf((long) whole + (up ? 1 : 0), i));
      }
    }
    return JsonText.digits(new BigDecimal(score, SCORE_DIGITS));
  }

  private static void writeStories(JsonWriter json, List<Hit.Story> stories) {
    if (stories.isEmpty()) {
      return;
    }
    json.name("story");
    json.startArray();
    for (Hit.Story story : stories) {
      json.startObject();
      json.property("id", story.id().value());
      JsonText.text(json, "title", story.title());
      json.endObject();
    }
    json.endArray();
  }

  private static void write(JsonWriter json, Hit.Highlight highlight) {
    json.name("highlights");
    json.startObject();
    JsonText.text(json, "title", highlight.title());
    JsonText.text(json, "excerpt", highlight.excerpt());
    json.endObject();
  }
}
