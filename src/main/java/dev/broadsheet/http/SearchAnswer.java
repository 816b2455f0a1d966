package dev.broadsheet.http;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Image;
import dev.broadsheet.article.Provider;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;

/**
 * What a search answers, as JSON, with the names of the front matter. An absent value and an empty
 * list are left out; only {@code hits} is always there.
 *
 * @param query what was asked for, as {@link ParsedSearch#echo()} has it
 * @param result what was found
 * @param took how long the engine took, told in whole milliseconds
 */
public record SearchAnswer(Map<String, Object> query, SearchResult result, Duration took) {
  /** Enough to tell scores apart, few enough to be the same on every machine. */
  private static final MathContext SCORE_DIGITS = new MathContext(6);

  /** Numbers with more digits than this before or after the point get an exponent. */
  private static final int LONGEST_PLAIN = 18;

  /** Writes the answer as one object. The generator is the caller's to close. */
  public void writeTo(JsonGenerator json) {
    json.writeStartObject();
    json.writeName("query");
    writeQuery(json);
    json.writeNumberProperty("total", result.total());
    json.writeStringProperty("totalRelation", result.totalIsExact() ? "eq" : "gte");
    json.writeNumberProperty("tookMs", took.toMillis());
    json.writeName("hits");
    json.writeStartArray();
    result.hits().forEach(hit -> write(json, hit));
    json.writeEndArray();
    writeFacets(json);
    json.writeEndObject();
  }

  /** The answer as the server sends it. */
  public byte[] toBytes() {
    return JsonText.bytes(this::writeTo);
  }

  private void writeQuery(JsonGenerator json) {
    json.writeStartObject();
    query.forEach((name, value) -> {
      json.writeName(JsonText.wellFormed(name));
      switch (value) {
        case List<?> list -> {
          json.writeStartArray();
          list.forEach(element -> json.writeString(JsonText.wellFormed(element.toString())));
          json.writeEndArray();
        }
        case Boolean flag -> json.writeBoolean(flag);
        case Number number -> json.writeNumber(digits(new BigDecimal(number.toString())));
        default -> json.writeString(JsonText.wellFormed(value.toString()));
      }
    });
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Hit hit) {
    Article article = hit.article();
    json.writeStartObject();
    json.writeStringProperty("id", article.id().value());
    json.writeStringProperty("kind", article.kind().label());
    hit.score()
        .ifPresent(score -> {
          json.writeName("score");
          json.writeNumber(digits(new BigDecimal(score, SCORE_DIGITS)));
        });
    text(json, "title", Optional.of(article.text().title()));
    text(json, "excerpt", article.text().excerpt());
    text(json, "publishedDateTime", article.publishedAt().map(Object::toString));
    writeFields(json, article);
    writeStories(json, hit.stories());
    hit.highlight().ifPresent(highlight -> write(json, highlight));
    json.writeEndObject();
  }

  private static void writeFields(JsonGenerator json, Article article) {
    text(json, "sourceUrl", article.links().sourceUrl());
    text(json, "ampUrl", article.links().ampUrl());
    text(json, "cdnAmpUrl", article.links().cdnAmpUrl());
    text(json, "category", article.labels().category());
    text(json, "type", article.labels().type());
    number(json, "quality", article.scores().quality());
    number(json, "heat", article.scores().heat());
    json.writeBooleanProperty("published", article.published());
    article.provider().ifPresent(provider -> write(json, provider));
    texts(json, "topics", article.labels().topics());
    texts(json, "tags", article.labels().tags());
    images(json, article.media().images());
    text(json, "length", article.media().length().map(Duration::toString));
  }

  private static void write(JsonGenerator json, Provider provider) {
    json.writeName("provider");
    json.writeStartObject();
    text(json, "name", provider.name());
    text(json, "domain", provider.domain());
    images(json, provider.images());
    json.writeEndObject();
  }

  private static void images(JsonGenerator json, List<Image> images) {
    if (images.isEmpty()) {
      return;
    }
    json.writeName("images");
    json.writeStartArray();
    for (Image image : images) {
      json.writeStartObject();
      text(json, "url", Optional.of(image.url()));
      image.width().ifPresent(width -> json.writeNumberProperty("width", width));
      image.height().ifPresent(height -> json.writeNumberProperty("height", height));
      text(json, "title", image.title());
      json.writeEndObject();
    }
    json.writeEndArray();
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
      text(json, "title", Optional.of(story.title()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Hit.Highlight highlight) {
    json.writeName("highlights");
    json.writeStartObject();
    text(json, "title", Optional.of(highlight.title()));
    text(json, "excerpt", highlight.excerpt());
    json.writeEndObject();
  }

  private void writeFacets(JsonGenerator json) {
    if (result.facets().isEmpty()) {
      return;
    }
    json.writeName("facets");
    json.writeStartObject();
    for (FacetCounts facet : result.facets()) {
      json.writeName(facet.field().label());
      json.writeStartArray();
      facet.values().forEach(value -> write(json, value));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, FacetCounts.Value value) {
    json.writeStartObject();
    text(json, "value", Optional.of(value.value()));
    text(json, "label", value.label());
    json.writeNumberProperty("count", value.count());
    if (value.selected()) {
      json.writeBooleanProperty("selected", true);
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, Optional<String> value) {
    value.ifPresent(text -> json.writeStringProperty(name, JsonText.wellFormed(text)));
  }

  private static void texts(JsonGenerator json, String name, List<String> values) {
    if (!values.isEmpty()) {
      json.writeName(name);
      json.writeStartArray();
      values.forEach(value -> json.writeString(JsonText.wellFormed(value)));
      json.writeEndArray();
    }
  }

  private static void number(JsonGenerator json, String name, OptionalDouble value) {
    if (value.isPresent()) {
      json.writeName(name);
      json.writeNumber(digits(BigDecimal.valueOf(value.getAsDouble())));
    }
  }

  /** 88 and not 88.0; plain, unless that would be a long row of zeros. */
  private static String digits(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    boolean plain =
        Math.abs(stripped.scale()) <= LONGEST_PLAIN && stripped.precision() <= LONGEST_PLAIN;
    return plain ? stripped.toPlainString() : stripped.toString();
  }
}
