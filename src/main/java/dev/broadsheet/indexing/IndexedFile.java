package dev.broadsheet.indexing;

import java.util.Objects;

/**
 * What an index knows of a file of the corpus.
 *
 * @param path relative to the corpus
 * @param size in bytes, when it was read
 * @param modifiedMillis when it was last modified, in milliseconds of the epoch; {@link #UNSURE}
 *     where it was modified so shortly before it was read that a later change might not show
 * @param hash of its content, SHA-256 in hexadecimal digits
 * @param rejections how many problems it had
 */
public record IndexedFile(
    String path, long size, long modifiedMillis, String hash, int rejections) {
  /** A time that no file has. */
  public static final long UNSURE = Long.MIN_VALUE;

  /** Checks that nothing is null. */
  public IndexedFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(hash, "hash");
  }
}
