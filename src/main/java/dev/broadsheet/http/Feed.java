package dev.broadsheet.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A search as a feed, whatever the form it is written in.
 *
 * @param site the name of the site
 * @param subject what was looked for, for a person
 * @param id that stays the same for the same search, wherever the server is reached
 * @param address where the feed itself is
 * @param page where the same search is
 * @param entries newest first
 */
record Feed(
    String site, String subject, String id, String address, String page, List<Entry> entries) {
  Feed {
    entries = List.copyOf(entries);
  }

  /** Site and subject, on one line. */
  String title() {
    return site + ": " + subject;
  }

  /** When anything in it last changed, as far as the dates tell. */
  Instant updated() {
    return entries.stream()
        .flatMap(entry -> entry.published().stream())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /**
   * One item. All its text is plain.
   *
   * @param id a URN, made from that of the item
   * @param link where it can be read
   * @param outlet who published it
   * @param image the address of its foremost picture
   */
  record Entry(
      String id,
      String link,
      String title,
      Optional<String> summary,
      Optional<Instant> published,
      Optional<String> outlet,
      List<String> topics,
      Optional<String> image) {
    Entry {
      topics = List.copyOf(topics);
    }
  }
}
