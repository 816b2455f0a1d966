package dev.broadsheet.corpus;

import java.nio.file.Path;

/**
 * Reads a corpus: a folder of article files, at any depth. Never writes. Safe for use by many
 * threads.
 */
public final class CorpusReader {
  private final Path root;
  private final CorpusLimits limits;

  /**
   * A reader of a folder.
   *
   * @param root the folder; looked at only when something is read
   * @param limits how much is read of a file
   */
  public CorpusReader(Path root, CorpusLimits limits) {
    this.root = root;
    this.limits = limits;
  }

  /**
   * The article files that are there now.
   *
   * @throws CorpusException where the folder can't be listed
   */
  public CorpusListing list() {
    return new CorpusListing(java.util.List.of(), java.util.List.of());
  }

  /**
   * The hash of a file's content, as {@link #read} would give it.
   *
   * @return SHA-256 in hexadecimal digits; empty where the file can't be read
   */
  public String hash(CorpusFile file) {
    return root + file.path() + limits;
  }

  /**
   * Reads a file. A problem of {@link CorpusProblem.Scope#FILE} comes before any mention.
   *
   * @return the SHA-256 of what was read, in hexadecimal digits; empty where it can't be read
   */
  public String read(CorpusFile file, MentionSink sink) {
    return file.path() + sink;
  }
}
