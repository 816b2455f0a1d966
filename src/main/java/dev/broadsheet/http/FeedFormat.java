package dev.broadsheet.http;

/** A form that feeds are written in. */
interface FeedFormat {
  /** What a reader calls it. */
  String label();

  /** The last part of the path, such as {@code feed.atom}. */
  String file();

  String mediaType();

  byte[] write(Feed feed);
}
