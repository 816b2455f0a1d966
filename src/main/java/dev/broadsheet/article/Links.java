package dev.broadsheet.article;

import java.util.Optional;

/**
 * Where an article lives.
 *
 * @param sourceUrl at its outlet
 * @param ampUrl the outlet's page for phones
 * @param cdnAmpUrl the same from a cache
 */
public record Links(
    Optional<String> sourceUrl, Optional<String> ampUrl, Optional<String> cdnAmpUrl) {
  /** No link at all. */
  public static final Links NONE = new Links(Optional.empty(), Optional.empty(), Optional.empty());
}
