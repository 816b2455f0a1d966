package dev.broadsheet.corpus;

import java.util.Comparator;

/**
 * What keeps a file, or a piece of one, out of the index.
 *
 * @param path of the file, relative to the corpus
 * @param line from 1; 0 where it is about the file as a whole
 * @param message what is wrong and what was expected; in one line, without anything of a key that
 *     is not kept
 * @param scope how much of the file is lost
 */
public record CorpusProblem(String path, int line, String message, Scope scope)
    implements Comparable<CorpusProblem> {
  private static final Comparator<CorpusProblem> ORDER =
      Comparator.comparing(CorpusProblem::path)
          .thenComparingInt(CorpusProblem::line)
          .thenComparing(CorpusProblem::message);

  /** How much is lost. */
  public enum Scope {
    /** The whole file. */
    FILE,
    /** One line of a bulk feed. */
    LINE,
    /** A bulk feed from this line on, as where a compressed one breaks off. */
    REST,
    /** One related item. */
    RELATED
  }

  @Override
  public int compareTo(CorpusProblem other) {
    return ORDER.compare(this, other);
  }

  /** As people read it, in one line whatever the path: {@code path:line: message}. */
  @Override
  public String toString() {
    return Shown.line(path) + ":" + Math.max(line, 1) + ": " + message;
  }
}
