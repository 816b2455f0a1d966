package dev.broadsheet.corpus;

import java.util.Locale;

/** How a file of the corpus is read, by the end of its name. */
enum FileForm {
  /** Front matter, and Markdown below. */
  MARKDOWN,
  /** The same, or a YAML document as a whole. */
  YAML,
  /** One JSON object a line. */
  FEED,
  /** The same in gzip. */
  GZIPPED_FEED,
  /** No article file. */
  NONE;

  /** The form of a file, by its path or name. */
  static FileForm of(String path) {
    String end = path.substring(Math.max(0, path.length() - 16)).toLowerCase(Locale.ROOT);
    if (end.endsWith(".md") || end.endsWith(".markdown")) {
      return MARKDOWN;
    } else if (end.endsWith(".yaml") || end.endsWith(".yml")) {
      return YAML;
    } else if (end.endsWith(".jsonl")) {
      return FEED;
    }
    return end.endsWith(".jsonl.gz") ? GZIPPED_FEED : NONE;
  }
}
