package dev.broadsheet.corpus;

import java.util.Objects;

/**
 * A file of the corpus, seen but not read.
 *
 * @param path relative to the corpus, with {@code /} between names
 * @param size in bytes
 * @param modifiedMillis when it was last modified, in milliseconds of the epoch
 */
public record CorpusFile(String path, long size, long modifiedMillis) {
  /** Checks the path. */
  public CorpusFile {
    Objects.requireNonNull(path, "path");
  }
}
