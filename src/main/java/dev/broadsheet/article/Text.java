package dev.broadsheet.article;

import java.util.Objects;
import java.util.Optional;

/**
 * What can be read of an article, all of it plain text.
 *
 * @param title the headline; never blank
 * @param excerpt the first sentences, or a summary
 * @param body the article itself, where the corpus has it; searched, never returned
 */
public record Text(String title, Optional<String> excerpt, Optional<String> body) {
  /** Checks that there is a title. */
  public Text {
    Objects.requireNonNull(title, "title");
    if (title.isBlank()) {
      throw new IllegalArgumentException("title: an article needs one");
    }
  }

  /** The same text with another body. */
  public Text withBody(Optional<String> other) {
    return new Text(title, excerpt, other);
  }
}
