package dev.broadsheet.search;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the index holds.
 *
 * @param generation the name of the generation that is served
 * @param counts how many of each
 * @param oldest the earliest date of an item
 * @param newest the latest date of an item
 * @param bytes the size on disk
 * @param schemaIsCurrent whether this version of Broadsheet would build it the same way
 * @param reindexedAt when the last reindex ended
 * @param vectors what is there to search by meaning, where that is on
 */
public record IndexStats(
    String generation,
    Counts counts,
    Optional<Instant> oldest,
    Optional<Instant> newest,
    long bytes,
    boolean schemaIsCurrent,
    Optional<Instant> reindexedAt,
    Optional<Vectors> vectors) {
  /** Without meanings. */
  public IndexStats(
      String generation,
      Counts counts,
      Optional<Instant> oldest,
      Optional<Instant> newest,
      long bytes,
      boolean schemaIsCurrent,
      Optional<Instant> reindexedAt) {
    this(generation, counts, oldest, newest, bytes, schemaIsCurrent, reindexedAt, Optional.empty());
  }

  /**
   * What can be found by its meaning.
   *
   * @param model whose vectors they are
   * @param items that have one
   */
  public record Vectors(String model, long items) {}

  /**
   * How many there are.
   *
   * @param items in all
   * @param kinds items of each kind
   * @param files that items come from
   * @param rejectedFiles that could not be read, or not wholly, when they were last tried
   * @param topics distinct
   * @param providers distinct
   */
  public record Counts(
      long items,
      Map<String, Long> kinds,
      long files,
      long rejectedFiles,
      long topics,
      long providers) {
    /** Copies the kinds, in the order of their names. */
    public Counts {
      kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    }
  }
}
