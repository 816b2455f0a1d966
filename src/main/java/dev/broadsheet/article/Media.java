package dev.broadsheet.article;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What goes with the words.
 *
 * @param images pictures, the first one foremost
 * @param length how long a video runs
 */
public record Media(List<Image> images, Optional<Duration> length) {
  /** Nothing to see. */
  public static final Media NONE = new Media(List.of(), Optional.empty());

  /** Copies the list. */
  public Media {
    images = List.copyOf(images);
  }
}
