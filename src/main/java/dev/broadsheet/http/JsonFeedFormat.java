package dev.broadsheet.http;

/** JSON Feed 1.1. An item has to have a content: where there is no excerpt, that is its title. */
final class JsonFeedFormat implements FeedFormat {
  @Override
  public String label() {
    return "JSON";
  }

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

  private static void write(JsonWriter json, Feed feed) {
    json.startObject();
    json.property("version", "https://jsonfeed.org/version/1.1");
    JsonText.text(json, "title", feed.title());
    JsonText.text(json, "home_page_url", feed.page());
    JsonText.text(json, "feed_url", feed.address());
    json.name("items");
    json.startArray();
    feed.entries().forEach(entry -> write(json, entry));
    json.endArray();
    json.endObject();
  }

  private static void write(JsonWriter json, Feed.Entry entry) {
    json.startObject();
    JsonText.text(json, "id", entry.id());
    JsonText.text(json, "url", entry.link());
    JsonText.text(json, "title", entry.title());
    JsonText.text(json, "content_text", entry.summary().orElse(entry.title()));
    JsonText.text(json, "image", entry.image());
    JsonText.text(json, "date_published", entry.published().map(Object::toString));
    entry.outlet().ifPresent(outlet -> writeAuthor(json, outlet));
    JsonText.texts(json, "tags", entry.topics());
    json.endObject();
  }

  private static void writeAuthor(JsonWriter json, String name) {
    json.name("authors");
    json.startArray();
    json.startObject();
    JsonText.text(json, "name", name);
    json.endObject();
    json.endArray();
  }
}
