package dev.broadsheet.article;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A picture of an article or of a provider.
 *
 * @param url where it lives, absolute or relative to the site
 * @param width in pixels, where known
 * @param height in pixels, where known
 * @param title a caption, plain text
 */
public record Image(String url, OptionalInt width, OptionalInt height, Optional<String> title) {
  /** Checks that there is a URL. */
  public Image {
    Objects.requireNonNull(url, "url");
    if (url.isBlank()) {
      throw new IllegalArgumentException("url: an image needs one");
    }
  }
}
