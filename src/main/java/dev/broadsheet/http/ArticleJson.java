package dev.broadsheet.http;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Image;
import dev.broadsheet.article.Provider;
import java.time.Duration;
import java.util.List;

/** Writes what the corpus tells of an item, with the names of the front matter. */
final class ArticleJson {
  private ArticleJson() {}

  /** Writes its fields into an object that is open. */
  static void write(JsonWriter json, Article article) {
    JsonText.text(json, "title", article.text().title());
    JsonText.text(json, "excerpt", article.text().excerpt());
    JsonText.text(json, "publishedDateTime", article.publishedAt().map(Object::toString));
    JsonText.text(json, "sourceUrl", article.links().sourceUrl());
    JsonText.text(json, "ampUrl", article.links().ampUrl());
    JsonText.text(json, "cdnAmpUrl", article.links().cdnAmpUrl());
    JsonText.text(json, "category", article.labels().category());
    JsonText.text(json, "type", article.labels().type());
    JsonText.number(json, "quality", article.scores().quality());
    JsonText.number(json, "heat", article.scores().heat());
    json.property("published", article.published());
    article.provider().ifPresent(provider -> write(json, provider));
    JsonText.texts(json, "topics", article.labels().topics());
    JsonText.texts(json, "tags", article.labels().tags());
    images(json, article.media().images());
    JsonText.text(json, "length", article.media().length().map(Duration::toString));
  }

  private static void write(JsonWriter json, Provider provider) {
    json.name("provider");
    json.startObject();
    JsonText.text(json, "name", provider.name());
    JsonText.text(json, "domain", provider.domain());
    images(json, provider.images());
    json.endObject();
  }

  private static void images(JsonWriter json, List<Image> images) {
    if (images.isEmpty()) {
      return;
    }
    json.name("images");
    json.startArray();
    for (Image image : images) {
      json.startObject();
      JsonText.text(json, "url", image.url());
      image.width().ifPresent(width -> json.property("width", width));
      image.height().ifPresent(height -> json.property("height", height));
      JsonText.text(json, "title", image.title());
      json.endObject();
    }
    json.endArray();
  }
}
