package dev.broadsheet.indexing;

import dev.broadsheet.corpus.CorpusFile;
import dev.broadsheet.corpus.CorpusListing;
import dev.broadsheet.corpus.CorpusProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The corpus held against what the index knows of it, by size and time alone.
 *
 * @param unchanged as the index knows them
 * @param toRead new, or of another size or time
 * @param gone known to the index and not there any more
 * @param unlisted known to the index, and perhaps there: they, or a folder above them, can't be
 *     read
 */
record CorpusDiff(
    List<IndexedFile> unchanged,
    List<CorpusFile> toRead,
    List<IndexedFile> gone,
    List<IndexedFile> unlisted) {

  /**
   * Compares.
   *
   * @param all whether to read every file, whatever its size and time
   */
  static CorpusDiff of(CorpusListing listing, Map<String, IndexedFile> known, boolean all) {
    List<IndexedFile> unchanged = new ArrayList<>();
    List<CorpusFile> toRead = new ArrayList<>();
    int met = 0;
    for (CorpusFile file : listing.files()) {
      IndexedFile before = known.get(file.path());
      met += before == null ? 0 : 1;
      if (!all && before != null && before.looksLike(file.size(), file.modifiedMillis())) {
        unchanged.add(before);
      } else {
        toRead.add(file);
      }
    }
    List<IndexedFile> missed = met == known.size() ? List.of() : missed(listing, known);
    TreeSet<String> troubled =
        listing.problems().stream()
            .map(CorpusProblem::path)
            .collect(Collectors.toCollection(TreeSet::new));
    List<IndexedFile> gone = new ArrayList<>();
    List<IndexedFile> unlisted = new ArrayList<>();
    missed.forEach(file -> (isBelow(file.path(), troubled) ? unlisted : gone).add(file));
    return new CorpusDiff(unchanged, toRead, gone, unlisted);
  }

  private static List<IndexedFile> missed(CorpusListing listing, Map<String, IndexedFile> known) {
    Set<String> listed =
        listing.files().stream().map(CorpusFile::path).collect(Collectors.toUnmodifiableSet());
    return known.values().stream().filter(file -> !listed.contains(file.path())).toList();
  }

  private static boolean isBelow(String path, TreeSet<String> troubled) {
    String above = path;
    while (!troubled.contains(above)) {
      int slash = above.lastIndexOf('/');
      if (slash < 0) {
        return false;
      }
      above = above.substring(0, slash);
    }
    return true;
  }
}
