package dev.broadsheet.indexing;

/** Where an index is kept, and can be written by one process at a time. */
public interface IndexTarget {
  /**
   * Begins to write; nothing of it is seen before {@link GenerationWriter#publish}.
   *
   * @param full whether to build anew, beside what is there, and not to go on from it; an index
   *     that is not there, or was made by another schema, is built anew in any case
   * @throws IndexLockedException where another process is writing
   * @throws IndexWriteException where the index can't be written to
   */
  GenerationWriter openWriter(boolean full);
}
