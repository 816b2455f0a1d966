package dev.broadsheet.article;

/** Whether an item has a document of its own, or is only named in another's related coverage. */
public enum Kind {
  /** Told by a document of its own. */
  ARTICLE("article"),
  /** Told only as related coverage of an article. */
  RELATED("related");

  private final String label;

  Kind(String label) {
    this.label = label;
  }

  /** The word for it in requests and answers: {@code article} or {@code related}. */
  public String label() {
    return label;
  }
}
