package dev.broadsheet.corpus;

import java.util.List;
import java.util.Set;

/** The keys of a document that are kept; of all others neither value nor name is told. */
final class Keys {
  static final String TITLE = "title";
  static final String EXCERPT = "excerpt";
  static final String BODY = "body";
  static final String CATEGORY = "category";
  static final String TYPE = "type";
  static final String PUBLISHED_AT = "publishedDateTime";
  static final List<String> SOURCE_URL = List.of("sourceUrl", "webUrl", "originalUrl");
  static final List<String> AMP_URL = List.of("ampUrl", "ampWebUrl");
  static final List<String> CDN_AMP_URL = List.of("cdnAmpUrl", "cdnAmpWebUrl");
  static final String QUALITY = "quality";
  static final String HEAT = "heat";
  static final String PUBLISHED = "published";
  static final String REMOVED = "removed";
  static final String PROVIDER = "provider";
  static final String NAME = "name";
  static final String DOMAIN = "domain";
  static final String TOPICS = "topics";
  static final String TAGS = "tags";
  static final String IMAGES = "images";
  static final String URL = "url";
  static final String WIDTH = "width";
  static final String HEIGHT = "height";
  static final String LENGTH = "length";
  static final String RELATED = "related";

  private static final Set<String> KEPT =
      Set.of(
          TITLE,
          EXCERPT,
          BODY,
          CATEGORY,
          TYPE,
          PUBLISHED_AT,
          "sourceUrl",
          "webUrl",
          "originalUrl",
          "ampUrl",
          "ampWebUrl",
          "cdnAmpUrl",
          "cdnAmpWebUrl",
          QUALITY,
          HEAT,
          PUBLISHED,
          REMOVED,
          PROVIDER,
          NAME,
          DOMAIN,
          TOPICS,
          TAGS,
          IMAGES,
          URL,
          WIDTH,
          HEIGHT,
          LENGTH,
          RELATED);

  private Keys() {}

  static boolean isKept(String key) {
    return KEPT.contains(key);
  }
}
