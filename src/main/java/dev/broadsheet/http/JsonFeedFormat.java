package dev.broadsheet.http;

import tools.jackson.core.JsonGenerator;

/** JSON Feed 1.1. An item has to have a content: where there is no excerpt, that is its title. */
final class JsonFeedFormat implements FeedFormat {
  @Override
  public String file() {
    return "feed.json";
  }

  @Override
  public String mediaType() {
    return "application/feed+json";
  }

  @Override
  public byte[] write(Feed feed) {
    return JsonText.bytes(json -> write(json, feed));
  }

  private static void write(JsonGenerator json, Feed feed) {
    json.writeStartObject();
    json.writeStringProperty("version", "https://jsonfeed.org/version/1.1");
    JsonText.text(json, "title", feed.title());
    JsonText.text(json, "home_page_url", feed.page());
    JsonText.text(json, "feed_url", feed.address());
    json.writeName("items");
    json.writeStartArray();
    feed.entries().forEach(entry -> write(json, entry));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Feed.Entry entry) {
    json.writeStartObject();
    JsonText.text(json, "id", entry.id());
    JsonText.text(json, "url", entry.link());
    JsonText.text(json, "title", entry.title());
    JsonText.text(json, "content_text", entry.summary().orElse(entry.title()));
    JsonText.text(json, "image", entry.image());
    JsonText.text(json, "date_published", entry.published().map(Object::toString));
    entry.outlet().ifPresent(outlet -> writeAuthor(json, outlet));
    JsonText.texts(json, "tags", entry.topics());
    json.writeEndObject();
  }

  private static void writeAuthor(JsonGenerator json, String name) {
    json.writeName("authors");
    json.writeStartArray();
    json.writeStartObject();
    JsonText.text(json, "name", name);
    json.writeEndObject();
    json.writeEndArray();
  }
}
