package dev.broadsheet.article;

import java.util.Objects;

/**
 * An item as one place of the corpus tells it. An item is merged from all its mentions.
 *
 * @param source the place
 * @param article what it says; as related coverage it has one story, the article it stands under
 * @param removed whether it says that the item is to be taken out
 */
public record Mention(Source source, Article article, boolean removed) {
  /** Checks that nothing is null. */
  public Mention {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(article, "article");
  }

  /**
   * A place of the corpus.
   *
   * @param path of the file, relative to the corpus, with {@code /} between names
   * @param line where the document starts in it, from 1
   * @param entry 0 for the document itself, from 1 for its related items
   */
  public record Source(String path, int line, int entry) implements Comparable<Source> {
    @Override
    public int compareTo(Source other) {
      int byPath = path.compareTo(other.path);
      int byLine = byPath != 0 ? byPath : Integer.compare(line, other.line);
      return byLine != 0 ? byLine : Integer.compare(entry, other.entry);
    }
  }
}
