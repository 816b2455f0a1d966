package dev.broadsheet.indexing;

/**
 * How to reindex.
 *
 * @param full whether to build anew
 * @param strict whether a single rejection stops it
 * @param force whether to go on where the corpus is empty, or most of it is gone or rejected
 */
public record ReindexRequest(boolean full, boolean strict, boolean force) {
  /** Only what changed, and with care. */
  public static final ReindexRequest DEFAULT = new ReindexRequest(false, false, false);
}
