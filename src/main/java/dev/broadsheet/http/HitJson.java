package dev.broadsheet.http;

import dev.broadsheet.article.Article;
import dev.broadsheet.search.Coverage;
import dev.broadsheet.search.Hit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes hits. An absent value and an empty list are left out. */
final class HitJson {
  /** Enough to tell scores apart, few enough to be the same on every machine. */
  private static final MathContext SCORE_DIGITS = new MathContext(6);

  private HitJson() {}

  /** Writes hits as an array. */
  static void write(JsonGenerator json, String name, List<Hit> hits) {
    json.writeName(name);
    json.writeStartArray();
    for (Hit hit : hits) {
      json.writeStartObject();
      writeFields(json, hit);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes what there is of a hit into an object that is open. */
  static void writeFields(JsonGenerator json, Hit hit) {
    Article article = hit.article();
    json.writeStringProperty("id", article.id().value());
    json.writeStringProperty("kind", article.kind().label());
    hit.score().ifPresent(score -> score(json, "score", score));
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
  static void write(JsonGenerator json, Coverage coverage) {
    json.writeName("coverage");
    json.writeStartObject();
    json.writeNumberProperty("items", coverage.items());
    json.writeNumberProperty("providers", coverage.providers());
    JsonText.text(json, "firstSeen", coverage.firstSeen().map(Object::toString));
    JsonText.text(json, "lastSeen", coverage.lastSeen().map(Object::toString));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Hit.ScoreParts parts) {
    json.writeName("explanation");
    json.writeStartObject();
    score(json, "text", parts.text());
    score(json, "quality", parts.quality());
    score(json, "recency", parts.recency());
    json.writeEndObject();
  }

  private static void score(JsonGenerator json, String name, double score) {
    json.writeName(name);
    json.writeNumber(JsonText.digits(new BigDecimal(score, SCORE_DIGITS)));
  }

  private static void writeStories(JsonGenerator json, List<Hit.Story> stories) {
    if (stories.isEmpty()) {
      return;
    }
    json.writeName("story");
    json.writeStartArray();
    for (Hit.Story story : stories) {
      json.writeStartObject();
      json.writeStringProperty("id", story.id().value());
      JsonText.text(json, "title", story.title());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Hit.Highlight highlight) {
    json.writeName("highlights");
    json.writeStartObject();
    JsonText.text(json, "title", highlight.title());
    JsonText.text(json, "excerpt", highlight.excerpt());
    json.writeEndObject();
  }
}
