package dev.broadsheet.config;

/** Which items the service shows. */
public enum Visibility {
  /** All of them, also those that are marked as not published. */
  ALL("all"),
  /** Those that are not marked {@code published: false}; the others are hidden everywhere. */
  PUBLISHED("published");

  private final String label;

  Visibility(String label) {
    this.label = label;
  }

  /** The word for it in settings. */
  public String label() {
    return label;
  }
}
