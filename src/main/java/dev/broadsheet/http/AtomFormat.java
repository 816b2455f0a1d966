package dev.broadsheet.http;

import java.time.Instant;

/** Atom (RFC 4287). What has no date is said to be of 1970, as a date there must be. */
final class AtomFormat implements FeedFormat {
  static final String MEDIA_TYPE = "application/atom+xml";

  @Override
  public String label() {
    return "Atom";
  }

  @Override
  public String file() {
    return "feed.atom";
  }

  @Override
  public String mediaType() {
    return MEDIA_TYPE;
  }

  @Override
  public byte[] write(Feed feed) {
    return Xml.bytes(
        xml -> xml.element("feed", () -> write(xml, feed), "xmlns", "http://www.w3.org/2005/Atom"));
  }

  private static void write(Xml xml, Feed feed) {
    xml.text("id", feed.id());
    xml.text("title", feed.title());
    xml.text("updated", feed.updated().toString());
    xml.element("author", () -> xml.text("name", feed.site()));
    xml.text("generator", "Broadsheet");
    xml.empty("link", "rel", "self", "type", MEDIA_TYPE, "href", feed.address());
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", feed.page());
    feed.entries().forEach(entry -> xml.element("entry", () -> write(xml, entry)));
  }

  private static void write(Xml xml, Feed.Entry entry) {
    xml.text("id", entry.id());
    xml.text("title", entry.title());
    xml.text("updated", entry.published().orElse(Instant.EPOCH).toString());
    entry.published().ifPresent(date -> xml.text("published", date.toString()));
    entry.outlet().ifPresent(outlet -> xml.element("author", () -> xml.text("name", outlet)));
    xml.empty("link", "rel", "alternate", "href", entry.link());
    entry.topics().forEach(topic -> xml.empty("category", "term", topic));
    entry.summary().ifPresent(summary -> xml.text("summary", summary));
  }
}
