package dev.broadsheet.indexing;

import dev.broadsheet.corpus.CorpusProblem;
import java.util.List;
import java.util.Objects;

/**
 * What an index knows of a file of the corpus.
 *
 * @param path relative to the corpus
 * @param size in bytes, when it was read
 * @param modifiedMillis when it was last modified, in milliseconds of the epoch; {@link #UNSURE}
 *     where it was modified so shortly before it was read that a later change might not show
 * @param hash of its content, SHA-256 in hexadecimal digits; empty where it could not be read
 * @param documents how many articles the index has of it, of its last good version if it is
 *     rejected
 * @param problems that it had, the first {@value #MAX_PROBLEMS} of them
 */
public record IndexedFile(
    String path,
    long size,
    long modifiedMillis,
    String hash,
    int documents,
    List<CorpusProblem> problems) {
  /** A time that no file has. */
  public static final long UNSURE = Long.MIN_VALUE;

  /** How many problems of a file are remembered. */
  public static final int MAX_PROBLEMS = 100;

  /** Copies the problems. */
  public IndexedFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(hash, "hash");
    problems = problems.stream().limit(MAX_PROBLEMS).toList();
  }

  /** Whether the file as a whole could not be read. */
  public boolean rejected() {
    return problems.stream().anyMatch(problem -> problem.scope() == CorpusProblem.Scope.FILE);
  }

  /** Whether a file of this size and time has the content that was read. */
  boolean looksLike(long otherSize, long otherMillis) {
    return size == otherSize && modifiedMillis == otherMillis;
  }
}
