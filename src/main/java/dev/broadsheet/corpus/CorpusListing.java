package dev.broadsheet.corpus;

import java.util.Comparator;
import java.util.List;

/**
 * The files of a corpus at one moment.
 *
 * @param files that can be read, by path
 * @param problems of those that can't, such as a link that leaves the corpus
 */
public record CorpusListing(List<CorpusFile> files, List<CorpusProblem> problems) {
  /** Sorts and copies the lists. */
  public CorpusListing {
    files = files.stream().sorted(Comparator.comparing(CorpusFile::path)).toList();
    problems = problems.stream().sorted().toList();
  }
}
