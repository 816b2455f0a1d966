package dev.broadsheet.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * RSS 2.0, with the outlet as {@code dc:creator}, because RSS's own author is a mail address.
 * Readers take a description for HTML, so that plain text is escaped once more in it.
 */
final class RssFormat implements FeedFormat {
  private static final String MEDIA_TYPE = "application/rss+xml";

  @Override
  public String label() {
    return "RSS";
  }

  @Override
  public String file() {
    return "feed.rss";
  }

  @Override
  public String mediaType() {
    return MEDIA_TYPE;
  }

  @Override
  public byte[] write(Feed feed) {
    return Xml.bytes(xml ->
        xml.element(
            "rss",
            () -> xml.element("channel", () -> write(xml, feed)),
            "version",
            "2.0",
            "xmlns:atom",
            "http://www.w3.org/2005/Atom",
            "xmlns:dc",
            "http://purl.org/dc/elements/1.1/"));
  }

  private static void write(Xml xml, Feed feed) {
    xml.text("title", feed.title());
    xml.text("link", feed.page());
    xml.text("description", html(feed.subject()));
    xml.text("lastBuildDate", date(feed.updated()));
    xml.text("generator", "Broadsheet");
    xml.empty("atom:link", "rel", "self", "type", MEDIA_TYPE, "href", feed.address());
    feed.entries().forEach(entry -> xml.element("item", () -> write(xml, entry)));
  }

  private static void write(Xml xml, Feed.Entry entry) {
    xml.text("title", entry.title());
    xml.text("link", entry.link());
    xml.text("guid", entry.id(), "isPermaLink", "false");
    entry.published().ifPresent(date -> xml.text("pubDate", date(date)));
    entry.outlet().ifPresent(outlet -> xml.text("dc:creator", outlet));
    entry.topics().forEach(topic -> xml.text("category", topic));
    entry.summary().ifPresent(summary -> xml.text("description", html(summary)));
  }

  private static String date(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }

  private static String html(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
