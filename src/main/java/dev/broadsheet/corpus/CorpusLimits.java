package dev.broadsheet.corpus;

/**
 * How much is read, so that no file takes the memory or the time of the others.
 *
 * @param fileBytes of a document
 * @param lineBytes of one line of a bulk feed
 * @param nesting of lists and mappings in each other
 * @param aliases of collections in one document
 * @param nodes of one document, those behind aliases counted each time
 */
public record CorpusLimits(int fileBytes, int lineBytes, int nesting, int aliases, int nodes) {
  /** 8 MiB a document, 4 MiB a line, 50 levels, 50 aliases, 200,000 nodes. */
  public static final CorpusLimits DEFAULT = new CorpusLimits(8 << 20, 4 << 20, 50, 50, 200_000);
}
