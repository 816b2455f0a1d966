package dev.broadsheet.indexing;

import dev.broadsheet.corpus.CorpusProblem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of every file, after reading and before writing.
 *
 * @param outcomes one a file: those in the corpus, those gone, those that could not be listed
 * @param listingProblems of what is not a file that could be read
 */
record ReadFiles(List<FileOutcome> outcomes, List<CorpusProblem> listingProblems) {

  /** What became of a file. */
  enum Status {
    /** New, and good. */
    ADDED,
    /** Known, and good, with other content. */
    CHANGED,
    /** Known, with the same content. */
    UNCHANGED,
    /** Not good as a whole. */
    REJECTED,
    /** Not there any more. */
    GONE
  }

  /**
   * One file.
   *
   * @param file what the index is to know of it
   * @param status what became of it
   * @param wasRead whether its content was looked at
   * @param isNews whether the index knows it otherwise, or not at all
   */
  record FileOutcome(IndexedFile file, Status status, boolean wasRead, boolean isNews) {}

  /** The files of which nothing that the published index remembers holds any more. */
  Set<String> replaced() {
    return outcomes.stream()
        .filter(outcome ->
            switch (outcome.status()) {
              case ADDED, CHANGED, GONE -> true;
              case UNCHANGED, REJECTED -> false;
            })
        .map(outcome -> outcome.file().path())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How many documents could be read now, or were before and did not change. */
  long goodDocuments() {
    return outcomes.stream()
        .filter(outcome -> outcome.status() != Status.GONE && outcome.status() != Status.REJECTED)
        .mapToLong(outcome -> outcome.file().documents())
        .sum();
  }

  List<CorpusProblem> problems() {
    return Stream.concat(
            listingProblems.stream(),
            outcomes.stream()
                .filter(outcome -> outcome.status() != Status.GONE)
                .flatMap(outcome -> outcome.file().problems().stream()))
        .distinct()
        .sorted()
        .toList();
  }

  ReindexReport.Files counts() {
    Map<Status, Long> byStatus =
        outcomes.stream()
            .collect(Collectors.groupingBy(FileOutcome::status, Collectors.counting()));
    long kept =
        outcomes.stream()
            .filter(outcome -> outcome.status() == Status.REJECTED)
            .filter(outcome -> outcome.file().documents() > 0)
            .count();
    long neverRead = neverRead();
    long gone = byStatus.getOrDefault(Status.GONE, 0L);
    return new ReindexReport.Files(
        (int) (outcomes.size() - gone + neverRead),
        (int) outcomes.stream().filter(FileOutcome::wasRead).count(),
        byStatus.getOrDefault(Status.ADDED, 0L).intValue(),
        byStatus.getOrDefault(Status.CHANGED, 0L).intValue(),
        (int) gone,
        (int) (byStatus.getOrDefault(Status.REJECTED, 0L) + neverRead),
        (int) kept,
        byStatus.getOrDefault(Status.UNCHANGED, 0L).intValue());
  }

  /** How many paths have problems without being those of files that were ever read. */
  private long neverRead() {
    if (listingProblems.isEmpty()) {
      return 0;
    }
    Set<String> known =
        outcomes.stream().map(outcome -> outcome.file().path()).collect(Collectors.toSet());
    return listingProblems.stream()
        .map(CorpusProblem::path)
        .distinct()
        .filter(path -> !known.contains(path))
        .count();
  }
}
