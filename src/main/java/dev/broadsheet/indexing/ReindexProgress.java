package dev.broadsheet.indexing;

/** Is told how far a reindex is; called from many threads. */
public interface ReindexProgress {
  /** Tells nobody. */
  ReindexProgress SILENT = (phase, done, total) -> {};

  /** What is being done. */
  enum Phase {
    /** Files are listed. */
    SCANNING("Scanning", "files"),
    /** Files are read; counted in bytes. */
    READING("Reading", "bytes"),
    /** For an index that is made anew, items are put in its order; counted as they were read. */
    SORTING("Sorting", "items"),
    /** Items are merged and written. */
    WRITING("Writing", "items"),
    /** The new state is made durable and visible. */
    PUBLISHING("Publishing", "steps"),
    /** Items that can be found by their words get their vectors as well. */
    EMBEDDING("Embedding", "items");

    private final String label;
    private final String unit;

    Phase(String label, String unit) {
      this.label = label;
      this.unit = unit;
    }

    /** The phase as a word. */
    public String label() {
      return label;
    }

    /** What is counted in it. */
    public String unit() {
      return unit;
    }
  }

  /**
   * So much is done.
   *
   * @param phase of what
   * @param done since the phase began
   * @param total when the phase ends, as far as is known
   */
  void report(Phase phase, long done, long total);
}
