package dev.broadsheet.config;

import java.util.Locale;

/** Where the index is kept, and searched. */
public enum Engine {
  /** In a folder of this machine, by Lucene. */
  LUCENE,
  /** In an OpenSearch cluster. */
  OPENSEARCH;

  /** The word for it in settings. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
